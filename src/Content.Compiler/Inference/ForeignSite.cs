using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.Articles;
using Content.Compiler.Dialects;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>A site that another tool makes, found out by its own files.</summary>
/// <param name="Dialect">What its articles are written in.</param>
/// <param name="Settings">What the files say.</param>
internal sealed partial record ForeignSite(string Dialect, SiteSettings Settings)
{
    private const int MostElsewhere = 200;

    /// <summary>Where a site lies whose project lies above it.</summary>
    private static readonly string[] folders = ["", "website", "docs", "site"];

    /// <summary>Folders with sites that are not the project's: examples, tests, what was made or came with packages.</summary>
    private static readonly string[] others = ["node_modules", "bin", "obj", "test", "tests", "examples", "example", "samples", "themes", "exampleSite", "vendor", "_site", "dist", "public", "build", "templates"];

    private readonly GlobSet excluded = new(["**", .. Settings.Excluded.Select(glob => "!" + glob)]);

    /// <summary>Whether its articles may be MDX.</summary>
    public bool ReadsMdx { get; } = DialectSet.Defaults([Dialect], DefaultConfiguration.Instance).ReadsMdx;

    /// <summary>The first tool that a file speaks of, in the project folder or right below it; null where none does.</summary>
    public static ForeignSite? Find(string project)
    {
        var top = new SiteFolder(project, "");
        var near = top.Folders("").Where(name => name[0] != '.' && !others.Contains(name, StringComparer.OrdinalIgnoreCase)).ToArray();
        foreach (var name in folders.Concat(near).Distinct(StringComparer.Ordinal))
        {
            var folder = new SiteFolder(project, name);
            foreach (var dialect in DialectSet.Names)
            {
                if (DialectSet.Find(dialect)!.Recognize(folder) is { } settings)
                    return new ForeignSite(dialect, settings);
            }
        }

        return null;
    }

    /// <summary>The files that are content: data, templates and what is made by the tool are not.</summary>
    public ImmutableArray<ObservedFile> Choose(ImmutableArray<ObservedFile> files) => files.RemoveAll(file =>
        (file.Format == ArticleFormat.Data && Settings.IsOneCollection) || (file.Format == ArticleFormat.Html && file.IsHead) || excluded.Excludes(file.Path));

    /// <summary>Of what is made later, that to which something leads.</summary>
    public ImmutableArray<string> Ignored(ImmutableArray<ObservedFile> files) =>
        Settings.Ignored.RemoveAll(pattern => !files.Any(file => file.Source.Text.Contains(pattern.Trim('*', '/') is var word && pattern == word ? $"]({word})" : word + "/", StringComparison.Ordinal)));

    /// <summary>What leads to other sites of a host that the site is a part of, the folders by name.</summary>
    public ImmutableArray<string> Elsewhere(ImmutableArray<ObservedFile> files)
    {
        if (Settings.PartOfHost is null)
            return [];
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (Match link in FromRoot().Matches(file.Source.Text))
                found.Add($"/{link.Groups["folder"].Value}{(link.Groups["more"].Success ? "/**" : "")}");
        }

        return [.. found.Take(MostElsewhere)];
    }

    [GeneratedRegex("""(?:\]\(\s*<?|\]:\s*|(?:href|src)=["'])/(?<folder>[A-Za-z0-9_.-]+)(?:(?<more>/)|(?=[?#)"'>\s]))""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FromRoot();

    /// <summary>The short codes that articles have.</summary>
    public ImmutableSortedDictionary<string, string> ShortCodes(ImmutableArray<ObservedFile> files) =>
        Settings.ShortCodes.RemoveRange(Settings.ShortCodes.Keys.Where(name => !files.Any(file => file.Source.Text.Contains(name, StringComparison.Ordinal))));

    /// <summary>The globs of a collection, with what is no content left out.</summary>
    public NamedGroup Name(NamedGroup named)
    {
        var extensions = ReadsMdx ? "{md,mdx,markdown,html,htm}" : "{md,markdown,html,htm}";
        var files = Settings.IsOneCollection ? [$"**/*.{extensions}"] : named.Files;
        return named with { Files = [.. files, .. Settings.Excluded.Select(glob => "!" + glob), .. named.Group.Files.Any(file => file.Format == ArticleFormat.Html) ? [] : Settings.IsOneCollection ? (string[])["!**/*.{html,htm}"] : []] };
    }

    /// <summary>The collection with the addresses that the tool gives.</summary>
    public InferredCollection Place(InferredCollection collection)
    {
        if (Settings.IsOneCollection)
            return collection with { Url = Settings.Url };
        var folder = collection.Files[0].Split('/')[0];
        return Settings.Urls.TryGetValue(folder, out var url) ? collection with { Url = url }
            : collection.Url == "/{slug}/" ? collection with { Url = Settings.Url } : collection;
    }
}
