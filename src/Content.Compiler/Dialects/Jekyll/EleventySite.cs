using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Content.Compiler.Dialects.Jekyll;

/// <summary>What the files of a site made with Eleventy say of it: its scripts, the data of its folders, and templates that are no articles.</summary>
internal sealed partial class EleventySite(SiteFolder folder)
{
    private const int MostScripts = 100;
    private const int LongestHead = 4000;

    private static readonly string[] configurations = [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"];
    private static readonly string[] configurationFolders = ["config", "_config", "eleventy", ".eleventy"];
    private static readonly string[] templates = [".njk", ".liquid", ".webc", ".hbs", ".ejs", ".pug", ".vto"];

    private static readonly SearchValues<char> globSigns = SearchValues.Create("*?{}[]!");

    private readonly string scripts = Scripts(folder);

    /// <summary>The settings; null where the site is none of Eleventy's.</summary>
    public static SiteSettings? Recognize(SiteFolder folder) => folder.Read(configurations) is var (script, _) ? new EleventySite(folder).Read(script) : null;

    private SiteSettings Read(string script)
    {
        var root = Input == "." && folder.HasFolder("content") ? "content" : Input == "." && folder.HasFolder("src") ? "src" : Input;
        var copied = Copied().ToArray();
        var files = folder.Files(root);
        return new SiteSettings(folder.PathOf(script))
        {
            Root = folder.PathOf(root),
            Anchors = "words",
            Static = [.. copied.Where(copy => copy.At is null).Select(copy => copy.Folder)],
            Mounted = [.. copied.Where(copy => copy.At is not null).Select(copy => (copy.Folder, copy.At!))],
            Excluded = ["**/_includes/**", "**/_layouts/**", "**/_data/**", "_site/**", "node_modules/**", .. files.Where(file => MakesMany(root, file))],
            Urls = FolderUrls(root, files),
            LooksPagesUp = scripts.Contains("InputPathToUrl", StringComparison.Ordinal),
            Routes = [.. Made(root, files).Concat(MadeByScripts()).Distinct(StringComparer.Ordinal)],
            Notes = ["Eleventy reads Liquid as Jekyll does; what its own filters and short codes make is told as CONTENT2021, unless 'shortcodes' says what it stands for."],
        };
    }

    /// <summary>The folder that the pages are in.</summary>
    private string Input => SiteFolder.ScriptObject(scripts, "dir") is { } dir && SiteFolder.Script(dir, "input") is { } input && input.Trim('.', '/').Length > 0 && folder.HasFolder(input) ? input.TrimStart('.').Trim('/') : ".";

    /// <summary>The scripts that the configuration is made of.</summary>
    private static string Scripts(SiteFolder folder)
    {
        var parts = configurationFolders.SelectMany(part => folder.Files(part).Where(file => Path.GetExtension(file) is ".js" or ".mjs" or ".cjs").Select(file => $"{part}/{file}"));
        return string.Concat(configurations.Concat(parts.Take(MostScripts)).Select(name => folder.Read(name)?.Text));
    }

    /// <summary>The folders that are copied into the site as they are, and where to.</summary>
    private IEnumerable<(string Folder, string? At)> Copied()
    {
        foreach (Match copy in Copying().Matches(scripts))
        {
            var from = copy.Groups["from"].Value;
            if (from.Contains("node_modules", StringComparison.Ordinal) || from.StartsWith("..", StringComparison.Ordinal) || from.Trim('/', '.').Length == 0 || !folder.HasFolder(from))
                continue;
            var path = folder.PathOf(from.TrimEnd('/'));
            var to = copy.Groups["to"] is { Success: true, Value: var written } ? written.TrimStart('.').Trim('/') : BelowInput(path);
            yield return to.Length == 0 ? (path, null) : (path, $"/{to}/");
        }
    }

    /// <summary>A path as the site has it: without the folder that its pages are in.</summary>
    private string BelowInput(string path)
    {
        var input = folder.PathOf(Input) + "/";
        return path.StartsWith(input, StringComparison.Ordinal) ? path[input.Length..] : path;
    }

    /// <summary>The addresses that the data of a folder gives to its pages.</summary>
    private ImmutableSortedDictionary<string, string> FolderUrls(string root, ImmutableArray<string> files)
    {
        var urls = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var slash = file.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0 || file.IndexOf('/', slash + 1) >= 0 || Path.GetExtension(file) is not (".js" or ".json" or ".cjs" or ".mjs"))
                continue;
            var name = file[..slash];
            if (file[(slash + 1)..].Split('.')[0] == name && folder.Read($"{root}/{file}") is var (_, text) && Permalink().Match(text) is { Success: true } permalink
                && UrlOf(permalink.Groups["value"].Value) is { } url)
            {
                urls[name] = url;
            }
        }

        return urls.ToImmutable();
    }

    /// <summary>A permalink as a template; null where it has what only the site's own code knows.</summary>
    private static string? UrlOf(string permalink)
    {
        var isKnown = true;
        var url = Expression().Replace(permalink, expression =>
        {
            var content = expression.Groups["content"].Value.Trim();
            if (content.StartsWith("page.fileSlug", StringComparison.Ordinal) || content.StartsWith("title", StringComparison.Ordinal) || content.StartsWith("slug", StringComparison.Ordinal))
                return "{name}";
            if (content.StartsWith("page.filePathStem", StringComparison.Ordinal))
                return "{slug}";
            if (content.StartsWith("page.date", StringComparison.Ordinal) || content.StartsWith("date", StringComparison.Ordinal))
                return DateFormat().Match(content) is { Success: true } format ? format.Value.Replace("%Y", "{date:yyyy}", StringComparison.Ordinal).Replace("%m", "{date:MM}", StringComparison.Ordinal).Replace("%d", "{date:dd}", StringComparison.Ordinal)
                    : "{date:yyyy}/{date:MM}/{date:dd}";
            isKnown = false;
            return "";
        });
        return isKnown && url.Trim('/').Length > 0 ? "/" + url.TrimStart('/').Replace("index.html", "", StringComparison.Ordinal) : null;
    }

    /// <summary>Whether a file of Markdown or HTML is a template of many pages.</summary>
    private bool MakesMany(string root, string file) =>
        Path.GetExtension(file) is ".md" or ".html" && file.AsSpan().IndexOfAny(globSigns) < 0 && folder.Read($"{root}/{file}") is var (_, text)
        && text.StartsWith("---", StringComparison.Ordinal) && Pagination().IsMatch(text[..Math.Min(text.Length, LongestHead)].Split("\n---")[0]);

    /// <summary>What the configuration makes itself: feeds, and files that are copied under another name or out of packages.</summary>
    private IEnumerable<string> MadeByScripts()
    {
        foreach (Match feed in OutputPath().Matches(scripts))
            yield return "/" + feed.Groups["path"].Value.TrimStart('/');
        foreach (Match copy in CopyingMany().Matches(scripts))
        {
            foreach (Match to in CopiedTo().Matches(copy.Groups["pairs"].Value))
            {
                var path = "/" + to.Groups["to"].Value.TrimStart('.', '/');
                if (path.Length > 1)
                    yield return path.EndsWith('/') || !Path.HasExtension(path) ? path.TrimEnd('/') + "/**" : path;
            }
        }
    }

    /// <summary>Pages that templates make, be they one each or many.</summary>
    private IEnumerable<string> Made(string root, ImmutableArray<string> files)
    {
        yield return "/";
        foreach (var file in files)
        {
            var extension = Path.GetExtension(file);
            var isTemplate = templates.Contains(extension) || file.EndsWith(".11ty.js", StringComparison.Ordinal);
            if (extension == ".md" && IsOfItsFolder(file))
                yield return $"/{file[..file.LastIndexOf('/')]}/";
            if (file.Split('/').Any(segment => segment[0] == '_') || (!isTemplate && extension is not (".md" or ".html")) || folder.Read($"{root}/{file}") is not var (_, text))
                continue;
            var head = text[..Math.Min(text.Length, LongestHead)];
            if (Permalink().Match(head) is { Success: true } permalink)
            {
                var written = permalink.Groups["value"].Value;
                if (extension == ".js" && permalink.Groups["quote"].Length == 0)
                    continue;
                if ((isTemplate || written.Contains("{{", StringComparison.Ordinal)) && RouteOf(written) is { } route)
                    yield return route;
                else if (isTemplate && head.Contains("pagination:", StringComparison.Ordinal))
                    yield return $"/{Path.GetFileNameWithoutExtension(file)}/**"; // Reason: data says where they are, and templates are called by what they make.
            }
            else if (isTemplate)
            {
                var name = file[..file.IndexOf('.', file.LastIndexOf('/') + 1)];
                yield return name == "index" ? "/" : $"/{(name.EndsWith("/index", StringComparison.Ordinal) || IsOfItsFolder(file) ? name[..name.LastIndexOf('/')] : name)}/";
            }
        }
    }

    /// <summary>Whether a file has its folder's name, whose page it then is.</summary>
    private static bool IsOfItsFolder(string file) =>
        file.Split('/') is [.., var parent, var name] && name.Split('.')[0] == parent;

    /// <summary>The addresses of a permalink; null where it may be any.</summary>
    private static string? RouteOf(string permalink)
    {
        var route = "/" + Expression().Replace(permalink, "*").TrimStart('/').Replace("index.html", "", StringComparison.Ordinal);
        if (route.IndexOf("{%", StringComparison.Ordinal) is var tag and >= 0)
            route = route[..tag] + "**";
        return (route.Length > 1 && route[1] == '*') || route.Any(unit => "{}[]? ".Contains(unit)) ? null : route;
    }

    [GeneratedRegex("""addPassthroughCopy\(\s*(?:\{\s*['"`](?<from>[^'"`\n*]+)['"`]\s*:\s*['"`](?<to>[^'"`\n]*)['"`]|['"`](?<from>[^'"`\n*]+)['"`])""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Copying();

    [GeneratedRegex("""(?:^|[{,])\s*['"]?permalink['"]?\s*:\s*(?<quote>['"`]?)(?<value>/?[^\n'"`]*(?:\{\{[^}\n]*\}\}[^\n'"`]*)*)\k<quote>""", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Permalink();

    [GeneratedRegex("""(?:^|[{,])\s*['"]?pagination['"]?\s*:""", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pagination();

    [GeneratedRegex("""outputPath\s*:\s*['"`](?<path>/?[\w./-]+)['"`]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OutputPath();

    [GeneratedRegex("""addPassthroughCopy\(\s*\{(?<pairs>[^{}]*(?:\{[^{}\n]*\}[^{}]*)*)\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CopyingMany();

    [GeneratedRegex("""(?:\]|['"`])\s*:\s*['"`](?<to>[\w./@-]+)['"`]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CopiedTo();

    [GeneratedRegex("""\{\{(?<content>[^}]*)\}\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    [GeneratedRegex("""%[Ymd](?:[/-]%[Ymd])*""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DateFormat();
}
