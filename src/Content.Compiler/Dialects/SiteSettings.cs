using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects;

/// <summary>What a site's own files say of it, in the terms of content.json.</summary>
/// <param name="Source">The file that gave the tool away.</param>
internal sealed record SiteSettings(string Source)
{
    /// <summary>The content folder, relative to the project's.</summary>
    public string Root { get; init; } = ".";

    /// <summary>Where the site is published; null where it is not said.</summary>
    public string? Site { get; init; }

    /// <summary>Folders whose files are served as they are; null where that is the tool's default.</summary>
    public ImmutableArray<string> Static { get; init; } = [];

    /// <summary>Globs of what lies in the content folder and is no content.</summary>
    public ImmutableArray<string> Excluded { get; init; } = [];

    /// <summary>Destinations that other tools or later steps answer.</summary>
    public ImmutableArray<string> Ignored { get; init; } = [];

    /// <summary>Folders whose files are served below an address of their own.</summary>
    public ImmutableArray<(string Folder, string At)> Mounted { get; init; } = [];

    /// <summary>What the tool makes besides the articles, as patterns of addresses.</summary>
    public ImmutableArray<string> Routes { get; init; } = [];

    /// <summary>What the host answers before any page: redirects, as patterns of addresses.</summary>
    public ImmutableArray<string> HostRoutes { get; init; } = [];

    /// <summary>Beginnings of destinations, and the place of the site that they stand for.</summary>
    public ImmutableSortedDictionary<string, string> Places { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether links are looked up as pages.</summary>
    public bool LooksPagesUp { get; init; }

    /// <summary>How the ids of headings are made; null where that is the dialect's way.</summary>
    public string? Anchors { get; init; }

    /// <summary>What values and short codes of the site's own stand for.</summary>
    public ImmutableSortedDictionary<string, string> ShortCodes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The folder of its host that the site is, where a service publishes many to one and knows what is behind a slash; null where the host is the site's alone.</summary>
    public string? PartOfHost { get; init; }

    /// <summary>What a path from the content root begins with; null where nothing says so.</summary>
    public string? FromRoot { get; init; }

    /// <summary>Paths, relative to the project folder, of articles that are elsewhere now, and to which a service leads who follows a link to them.</summary>
    public ImmutableArray<string> Redirected { get; init; } = [];

    /// <summary>Whether all pages are of one kind.</summary>
    public bool IsOneCollection { get; init; }

    /// <summary>The URL of a page, where all are of one kind.</summary>
    public string Url { get; init; } = "/{slug}/";

    /// <summary>The URLs of pages below the folder; others have the usual ones.</summary>
    public ImmutableSortedDictionary<string, string> Urls { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What was not taken over, and why.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>The folder of a site that is looked at for the files of its tool.</summary>
/// <param name="project">The project folder, absolute.</param>
/// <param name="folder">The folder, relative to it; empty for itself.</param>
internal sealed partial class SiteFolder(string project, string folder)
{
    private const int LongestRead = 1 << 20;
    private const int DeepestFolder = 12;
    private const int MostFiles = 20_000;

    /// <summary>A path in the folder, relative to the project's.</summary>
    public string PathOf(string name)
    {
        var segments = new List<string>();
        foreach (var segment in (folder.Length == 0 ? name : $"{folder}/{name}").Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("" or "."))
                segments.Add(segment);
        }

        return segments.Count == 0 ? "." : string.Join('/', segments);
    }

    public bool HasFile(string name) => File.Exists(Path.Combine(project, folder, name));

    /// <summary>The paths of the files in a folder and below it, relative to that, in their order; without those of packages.</summary>
    public ImmutableArray<string> Files(string name)
    {
        var path = Path.Combine(project, folder, name);
        if (!Directory.Exists(path))
            return [];
        try
        {
            return
            [
                .. Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = DeepestFolder, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden })
                    .Select(file => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/')).Where(file => !file.Contains("node_modules/", StringComparison.Ordinal))
                    .Take(MostFiles).Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The names of the folders in a folder, in their order.</summary>
    public ImmutableArray<string> Folders(string name)
    {
        var path = Path.Combine(project, folder, name);
        try
        {
            return Directory.Exists(path) ? [.. Directory.EnumerateDirectories(path).Select(found => Path.GetFileName(found)!).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    public bool HasFolder(string name) => Directory.Exists(Path.Combine(project, folder, name));

    /// <summary>The first of the files that is there, with its text; null where none is.</summary>
    public (string Name, string Text)? Read(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var path = Path.Combine(project, folder, name);
            try
            {
                if (File.Exists(path) && new FileInfo(path).Length <= LongestRead)
                    return (name, File.ReadAllText(path));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be read says nothing of the site.
            }
        }

        return null;
    }

    /// <summary>The values of a file in YAML, TOML or JSON; nothing where it is not right.</summary>
    public static MetadataMapping? Values(string name, string text)
    {
        var language = Path.GetExtension(name) switch { ".toml" => MetadataLanguage.Toml, ".json" => MetadataLanguage.Json, _ => MetadataLanguage.Yaml };
        return FrontMatterReader.ReadData(new SourceText(name, text), language).Root;
    }

    /// <summary>The texts of a file that is a list; nothing where it is none.</summary>
    public static ImmutableArray<string> List(string name, string text) =>
        FrontMatterReader.ReadDataOrList(new SourceText(name, text), MetadataLanguage.Json).List is { } list ? [.. list.Items.OfType<MetadataScalar>().Select(item => item.Text)] : [];

    /// <summary>A text among the values, at a path of keys; null where there is none.</summary>
    public static string? Text(MetadataMapping? values, params ReadOnlySpan<string> keys) =>
        Find(values, keys) is MetadataScalar { Text.Length: > 0 } scalar ? scalar.Text : null;

    /// <summary>A list of texts among the values; a single one is a list as well.</summary>
    public static ImmutableArray<string> Texts(MetadataMapping? values, params ReadOnlySpan<string> keys) => Find(values, keys) switch
    {
        MetadataScalar { Text.Length: > 0 } scalar => [scalar.Text],
        MetadataSequence list => [.. list.Items.OfType<MetadataScalar>().Select(item => item.Text)],
        _ => [],
    };

    /// <summary>A node among the values.</summary>
    public static MetadataNode? Find(MetadataMapping? values, params ReadOnlySpan<string> keys)
    {
        MetadataNode? node = values;
        foreach (var key in keys)
            node = (node as MetadataMapping)?.Properties.FirstOrDefault(property => property.Key.Equals(key, StringComparison.OrdinalIgnoreCase))?.Value;
        return node;
    }

    /// <summary>What a script gives to <paramref name="key"/>, where that is a plain text.</summary>
    public static string? Script(string script, string key)
    {
        foreach (Match match in Assignment().Matches(script))
        {
            if (match.Groups["key"].Value == key)
                return match.Groups["value"].Value;
        }

        return null;
    }

    /// <summary>What the object that begins at <paramref name="start"/> itself gives to <paramref name="key"/>, and not one in it, where that is a plain text.</summary>
    public static string? OwnText(string script, int start, string key)
    {
        var depth = 0;
        for (var place = start; place < script.Length; place++)
        {
            switch (script[place])
            {
                case '{' or '[' or '(':
                    depth++;
                    break;
                case '}' or ']' or ')':
                    if (--depth <= 0)
                        return null;
                    break;
                case '"' or '\'' or '`':
                    place = script.IndexOf(script[place], place + 1) is var close and >= 0 ? close : script.Length;
                    break;
                case '/' when place + 1 < script.Length && script[place + 1] == '/':
                    place = script.IndexOf('\n', place) is var end and >= 0 ? end : script.Length;
                    break;
                default:
                    if (depth == 1 && script.AsSpan(place).StartsWith(key) && !char.IsLetterOrDigit(script[place - 1]) && Assignment().Match(script, place) is { Success: true } match && match.Index == place && match.Groups["key"].Value == key)
                        return match.Groups["value"].Value;
                    break;
            }
        }

        return null;
    }

    /// <summary>What a script gives to <paramref name="key"/> as an object, with its braces; null where it gives none.</summary>
    public static string? ScriptObject(string script, string key)
    {
        for (var found = script.IndexOf(key, StringComparison.Ordinal); found >= 0; found = script.IndexOf(key, found + 1, StringComparison.Ordinal))
        {
            var rest = script.AsSpan(found + key.Length).TrimStart("'\" ");
            if ((found > 0 && (char.IsLetterOrDigit(script[found - 1]) || script[found - 1] is '_' or '-')) || !rest.StartsWith(":") || rest[1..].TrimStart() is not ['{', ..])
                continue;
            var open = script.IndexOf('{', found);
            var depth = 0;
            for (var place = open; place < script.Length; place++)
            {
                depth += script[place] == '{' ? 1 : script[place] == '}' ? -1 : 0;
                if (depth == 0)
                    return script[open..(place + 1)];
            }

            return null;
        }

        return null;
    }

    /// <summary>All that a script gives to <paramref name="key"/>, where that is a plain text.</summary>
    public static IEnumerable<string> ScriptTexts(string script, string key) =>
        Assignment().Matches(script).Where(match => match.Groups["key"].Value == key).Select(match => match.Groups["value"].Value);

    /// <summary>An address with its base path; null where it is none.</summary>
    public static string? Address(string? url, string? basePath)
    {
        if (url is null || !Uri.TryCreate(url.TrimEnd('/') + "/" + basePath?.Trim('/'), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            return null;
        return address.GetLeftPart(UriPartial.Path);
    }

    [GeneratedRegex("""(?<![\w.])(?<key>\w+)\s*:\s*(?<quote>['"`])(?<value>[^'"`$\n]*)\k<quote>""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
