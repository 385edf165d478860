using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.Articles;
using Content.Compiler.Dialects;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>A site that another tool makes, found out by its own files.</summary>
/// <param name="Dialect">What its articles are written in.</param>
/// <param name="Settings">What the files say.</param>
internal sealed partial record ForeignSite(string Dialect, SiteSettings Settings)
{
    private const int MostElsewhere = 200;
    private const string Parameter = "param.";
    private const int FewLocal = 3;

    private static readonly SearchValues<char> inFolderNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    /// <summary>Where a site lies whose project lies above it.</summary>
    private static readonly string[] folders = ["", "website", "docs", "site"];

    /// <summary>Folders with sites that are not the project's: examples, tests, what was made or came with packages.</summary>
    private static readonly string[] others = ["node_modules", "bin", "obj", "test", "tests", "examples", "example", "samples", "themes", "exampleSite", "vendor", "_site", "dist", "public", "build", "templates"];

    private readonly GlobSet excluded = new(["**", .. Settings.Excluded.Select(glob => "!" + glob)]);

    /// <summary>Whether its articles may be MDX.</summary>
    public bool ReadsMdx { get; } = DialectSet.Defaults([Dialect], DefaultConfiguration.Instance).ReadsMdx;

    /// <summary>Whether white space may stand before front matter.</summary>
    public bool FrontMatterMayFollowSpace { get; } = DialectSet.Defaults([Dialect], DefaultConfiguration.Instance).FrontMatterMayFollowSpace;

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
                    return new ForeignSite(dialect, settings with { HostRoutes = [.. settings.HostRoutes, .. HostRedirects.Of([top, folder], settings.Static)] });
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

    /// <summary>What the tool makes besides the articles, and of what the host answers that to which something leads.</summary>
    public ImmutableArray<string> Routes(ImmutableArray<ObservedFile> files) =>
        [.. Settings.Routes, .. Settings.HostRoutes.Where(route => route.TrimEnd('*', '/') is { Length: > 0 } place && files.Any(file => file.Source.Text.Contains(place, StringComparison.Ordinal)))];

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

    [GeneratedRegex("""(?:\]\(\s*<?|\]:\s*|(?:href|src)=["']|[hH]ref:\s*["']?)/(?<folder>[A-Za-z0-9_.-]+|(?=[)"'>\s]))(?:(?<more>/)|(?=[?#)"'>\s]))""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FromRoot();

    /// <summary>Folders of the content root that articles name and that are not there: of other repositories, mostly.</summary>
    public ImmutableArray<string> Absent(ImmutableArray<ObservedFile> files, FileMap map)
    {
        if (Settings.FromRoot is not { } root)
            return [];
        var there = map.Files.Select(file => file.Path.Split('/')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var text = file.Source.Text.AsSpan();
            while (text.IndexOf(root, StringComparison.Ordinal) is var at and >= 0)
            {
                text = text[(at + root.Length)..];
                var length = text.IndexOfAnyExcept(inFolderNames);
                if (length > 0 && text[length] == '/' && text[..length] is not ("." or "..") && !there.Contains(text[..length].ToString()))
                    found.Add($"{root}{text[..length]}/**");
            }
        }

        return [.. found.Take(MostElsewhere)];
    }

    /// <summary>Articles that are elsewhere now, if something still leads to them and no other has their name.</summary>
    public ImmutableArray<string> Moved(ImmutableArray<ObservedFile> files, FileMap map)
    {
        if (Settings.Redirected.IsEmpty)
            return [];
        var there = map.Files.Select(file => ContentPath.NameOf(file.Path).ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Settings.Redirected.Select(path => ContentPath.NameOf(path).ToString()).Where(name => name.Length > 0 && !there.Contains(name)).Distinct(StringComparer.Ordinal)
                .Where(name => files.Any(file => file.Source.Text.Contains(name, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal).Take(MostElsewhere).SelectMany(name => (string[])["**/" + name, $"**/{name}#**"]),
        ];
    }

    /// <summary>Servers on the reader's own machine which several articles lead to: they tell how to start one.</summary>
    public static ImmutableArray<string> OwnMachine(ImmutableArray<ObservedFile> files) =>
    [
        .. files.SelectMany(file => LocalServer().Matches(file.Source.Text).Select(link => link.Groups["origin"].Value).Distinct(StringComparer.Ordinal))
            .GroupBy(origin => origin, StringComparer.Ordinal).Where(origin => origin.Count() >= FewLocal).Select(origin => origin.Key)
            .Order(StringComparer.Ordinal).SelectMany(origin => (string[])[origin, origin + "/**"]),
    ];

    [GeneratedRegex("""\]\((?<origin>https?://(?:localhost|127\.0\.0\.1)(?::\d+)?)(?=[/)#?\s])""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex LocalServer();

    /// <summary>The short codes that articles have.</summary>
    public ImmutableSortedDictionary<string, string> ShortCodes(ImmutableArray<ObservedFile> files) =>
        Settings.ShortCodes.RemoveRange(Settings.ShortCodes.Keys.Where(name => !files.Any(file => IsIn(file.Source.Text, name))));

    /// <summary>Whether a text has a short code, or asks for a parameter: <c>param a.b</c>.</summary>
    private static bool IsIn(string text, string name) => name.StartsWith(Parameter, StringComparison.Ordinal)
        ? text.Contains("param " + name[Parameter.Length..], StringComparison.OrdinalIgnoreCase) || text.Contains($"param \"{name[Parameter.Length..]}\"", StringComparison.OrdinalIgnoreCase)
        : text.Contains(name, StringComparison.Ordinal);

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
