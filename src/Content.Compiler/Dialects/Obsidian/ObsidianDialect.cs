using System.Collections.Immutable;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Markdig;
using Markdig.Extensions.Hardlines;

namespace Content.Compiler.Dialects.Obsidian;

/// <summary>Obsidian: links by name, embeds, blocks with ids, callouts, comments.</summary>
internal sealed class ObsidianDialect : Dialect
{
    public override string Name => "obsidian";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Addresses = configuration.Addresses with { Aliases = AliasesKey.Names },
        LinksMayOmitExtensions = true,
        LinksMayBeNames = true,
    };

    public override SiteSettings? Recognize(SiteFolder folder) => !folder.HasFolder(".obsidian") ? null : new SiteSettings(folder.PathOf(".obsidian"))
    {
        Root = folder.PathOf("."),
        Excluded = [".trash/**"],
        IsOneCollection = true,
    };

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, _) => new WikiRewriter(text).Run()];

    public override ImmutableArray<IInclusionSyntax> Inclusions => [new Embeds()];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.AddIfNotAlready<SoftlineBreakAsHardlineExtension>();
}
