using System.Collections.Immutable;
using Content.Compiler.Dialects.Docfx;
using Content.Compiler.Dialects.Hugo;
using Content.Compiler.Dialects.Jekyll;
using Content.Compiler.Dialects.Mdx;
using Content.Compiler.Dialects.Obsidian;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects;

/// <summary>
/// What another tool's articles are written in. A dialect is three things: the settings that its sites have where content.json is silent, a
/// rewriting of its constructs into Markdown and HTML, and what it adds to the parser. Whatever else a construct needs is found by its form, and
/// knows no dialect.
/// </summary>
internal abstract class Dialect
{
    /// <summary>Every dialect there is, in the order of the documentation.</summary>
    public static ImmutableArray<Dialect> All { get; } =
    [
        new DocfxDialect(), new JekyllDialect(), new HugoDialect(), new ZolaDialect(), new DocusaurusDialect(), new AstroDialect(), new ObsidianDialect(),
    ];

    /// <summary>As content.json names it.</summary>
    public abstract string Name { get; }

    /// <summary>The settings of a site where content.json does not say another thing.</summary>
    public virtual ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration;

    /// <summary>What replaces the constructs of an article, one after the other.</summary>
    public virtual ImmutableArray<Rewrite> Rewritings => [];

    /// <summary>What the files of a site that was made with the tool say of it; null where it was not.</summary>
    public virtual SiteSettings? Recognize(SiteFolder folder) => null;

    /// <summary>How an article takes in another.</summary>
    public virtual ImmutableArray<IInclusionSyntax> Inclusions => [];

    /// <summary>Likewise, where the site says it.</summary>
    public virtual ImmutableArray<IInclusionSyntax> InclusionsOf(ContentConfiguration configuration) => Inclusions;

    /// <summary>Adds to the parser and the renderer what cannot be said by other Markdown.</summary>
    public virtual void Extend(MarkdownPipelineBuilder pipeline)
    {
    }
}

/// <summary>Replaces constructs of an article. What it does not know it leaves as it is.</summary>
/// <param name="text">The article.</param>
/// <param name="path">Relative to the content root.</param>
/// <param name="configuration">What the site is.</param>
internal delegate void Rewrite(TextRewriter text, string path, ContentConfiguration configuration);
