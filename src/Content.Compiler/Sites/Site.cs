using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Routing;
using Content.Compiler.Schema;

namespace Content.Compiler.Sites;

/// <summary>All entries, routed and linked.</summary>
public sealed record Site
{
    /// <summary>What it was made by.</summary>
    public required ContentConfiguration Configuration { get; init; }

    /// <summary>In the order of the configuration.</summary>
    public required ImmutableArray<SiteCollection> Collections { get; init; }

    /// <summary>Files below the content root that a published article uses: served and published with the site.</summary>
    public ImmutableArray<SiteAsset> Assets { get; init; } = [];

    /// <summary>What files of navigation make of the entries; nothing where the site's dialect has no such files.</summary>
    internal SiteOutline Outline { get; init; } = SiteOutline.None;

    /// <summary>Everything wrong across files and in each: suppressions and severities applied, sorted.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>What comments of the articles silence, sorted.</summary>
    public ImmutableArray<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>How many articles nothing leads to, whether or not that is reported.</summary>
    public int UnreachedArticles => Unreferenced.Value.Articles;

    /// <summary>How many files nothing uses, whether or not that is reported.</summary>
    public int UnusedFiles => Unreferenced.Value.Files;

    /// <summary>Both counts, found out when somebody asks: of what is not reported, only the summary of a build wants to know.</summary>
    internal Lazy<(int Articles, int Files)> Unreferenced { get; init; } = new((0, 0));
}

/// <summary>A file that is part of the site.</summary>
/// <param name="Path">Relative to the project folder, with <c>/</c>.</param>
/// <param name="Url">Root-relative, without the base path, as a web root spells it: <c>/posts/hello/cover.png</c>, not percent-encoded.</param>
public sealed record SiteAsset(string Path, string Url);
