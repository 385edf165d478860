using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads what content.json says about the site as a whole.</summary>
internal static class SettingsReader
{
    /// <summary>The content folder.</summary>
    public static string Root(ConfigurationInput input, MetadataNode node) =>
        input.Text(node, "'root'") is { } text && Folder(input, text, "'root'") is { } folder ? folder : DefaultConfiguration.Root;

    /// <summary>The folders whose files answer root-relative links: each by its name, or with the place that it is served at.</summary>
    public static ImmutableArray<StaticFolder> StaticFolders(ConfigurationInput input, MetadataNode node)
    {
        var folders = ImmutableArray.CreateBuilder<StaticFolder>();
        foreach (var item in node is MetadataSequence list ? list.Items : [node])
        {
            if (StaticFolder(input, item) is { } folder && !folders.Contains(folder))
                folders.Add(folder);
        }

        return folders.ToImmutable();
    }

    private static StaticFolder? StaticFolder(ConfigurationInput input, MetadataNode node)
    {
        const string Name = "a folder of 'static'";
        if (node is not MetadataMapping mapping)
        {
            if (node is MetadataScalar { Kind: MetadataKind.String } text)
                return Folder(input, text, Name) is { } plain ? new StaticFolder(plain) : null;
            input.ReportShape(node, "'static'", "a folder, or an object with 'folder' and 'at', or a list of them");
            return null;
        }

        input.CheckKeys(mapping, Name[0..1].ToUpperInvariant() + Name[1..], ConfigurationKeys.StaticFolder);
        if (mapping.Find("folder") is not { } named)
        {
            if (!ConfigurationInput.IsMisspelled(mapping, "folder", ConfigurationKeys.StaticFolder))
                input.Report(new TextSpan(mapping.Span.Start, 1), "A folder of 'static' has no 'folder': its path from the project folder.");
            return null;
        }

        if (input.Text(named.Value, "'folder'") is not { } path || Folder(input, path, Name) is not { } folder)
            return null;
        if (mapping.Find("at") is not { } place)
            return new StaticFolder(folder);
        if (input.Text(place.Value, "'at'") is not { } at)
            return null;
        if (!at.Text.StartsWith('/') || at.Text.StartsWith("//", StringComparison.Ordinal) || at.Text.AsSpan().ContainsAny("?#\\*") || at.Text.Split('/').Any(segment => segment is "." or ".."))
        {
            input.Report(at.Span, $"'at' must be a path of the site such as \"/img/\", but is {Quoted.Text(at.Text)}.");
            return null;
        }

        var prefix = at.Text.Trim('/');
        return new StaticFolder(folder, prefix.Length == 0 ? "" : prefix + "/");
    }

    /// <summary>The folders that code may be taken from.</summary>
    public static ImmutableArray<string> SnippetFolders(ConfigurationInput input, MetadataNode node)
    {
        var folders = ImmutableArray.CreateBuilder<string>();
        foreach (var text in input.Texts(node, "'snippets'", allowSingle: true))
        {
            if (Folder(input, text, "a folder of 'snippets'") is { } folder && !folders.Contains(folder))
                folders.Add(folder);
        }

        return folders.ToImmutable();
    }

    /// <summary>Whether headings get links to themselves, and what these are called.</summary>
    public static string? HeadingLinkLabel(ConfigurationInput input, MetadataNode node)
    {
        if (node is MetadataScalar { Kind: MetadataKind.Boolean } flag)
            return string.Equals(flag.Text, "true", StringComparison.Ordinal) ? HeadingLinks.DefaultLabel : null;
        if (node is not MetadataScalar { Kind: MetadataKind.String } label)
        {
            input.ReportShape(node, "'headingLinks'", "true, false or what a link is called");
            return null;
        }

        if (label.Text.Contains(HeadingLinks.Place, StringComparison.Ordinal))
            return label.Text;
        input.Report(label.Span, $"What 'headingLinks' calls a link has {HeadingLinks.Place} where the heading's text is to stand, or all of them would be called the same, but is {Quoted.Text(label.Text)}.");
        return null;
    }

    /// <summary>true or false.</summary>
    public static bool Switch(ConfigurationInput input, MetadataNode node, string name)
    {
        if (node is MetadataScalar { Kind: MetadataKind.Boolean } scalar)
            return string.Equals(scalar.Text, "true", StringComparison.Ordinal);
        input.ReportShape(node, name, "true or false");
        return false;
    }

    /// <summary>Where APIs are documented.</summary>
    public static string? ApiUrl(ConfigurationInput input, MetadataNode node)
    {
        if (input.Text(node, "'apiUrl'") is not { } text)
            return null;
        if (text.Text.Contains("{uid}", StringComparison.Ordinal))
            return text.Text;
        input.Report(text.Span, $"'apiUrl' must hold {{uid}}, which stands for the name of the API, such as https://learn.microsoft.com/dotnet/api/{{uid}}, but is {Quoted.Text(text.Text)}.");
        return null;
    }

    /// <summary>The address that the site is published at.</summary>
    public static Uri? Site(ConfigurationInput input, MetadataNode node)
    {
        if (input.Text(node, "'site'") is not { } text)
            return null;
        var problem = "";
        if (!Uri.TryCreate(text.Text, UriKind.Absolute, out var site)
            || (site.Scheme != Uri.UriSchemeHttp && site.Scheme != Uri.UriSchemeHttps)
            || PageAddress.HostOf(site) is null
            || text.Text.AsSpan().ContainsAny(" \\\t\r\n"))
        {
            problem = "'site' must be an absolute http or https address such as https://example.org/docs";
        }
        else if (site.Query.Length > 0 || site.Fragment.Length > 0)
        {
            problem = "'site' cannot have a query or a fragment";
        }
        else if (site.UserInfo.Length > 0)
        {
            problem = "'site' cannot hold a user name: it would be in every page";
        }

        if (problem.Length == 0)
            return site;
        input.Report(text.Span, $"{problem}, but is {Quoted.Text(text.Text)}.");
        return null;
    }

    /// <summary>How files become slugs.</summary>
    public static SlugRules Slugs(ConfigurationInput input, MetadataNode? letters, MetadataNode? dates, MetadataNode? index, SlugRules rules)
    {
        if (dates is not null)
            rules = rules with { KeepsDate = input.Choice(dates, "'slugDates'", ("drop", false), ("keep", true)) };
        if (letters is not null)
            rules = rules with { IsLower = input.Choice(letters, "'slugs'", ("keep", false), ("lower", true)) };
        if (index is null)
            return rules;
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var text in input.Texts(index, "'index'", allowSingle: true))
        {
            var name = text.Text;
            if (name.Length == 0 || name.AsSpan().ContainsAny("/\\*?"))
                input.Report(text.Span, $"'index' names files without folder and extension, such as \"index\", but has {Quoted.Text(name)}.");
            else if (FileExtensions.IsArticle(ContentPath.ExtensionOf(name)))
                input.Report(text.Span, $"'index' names files without their extension.{Suggestion.Hint(name[..^ContentPath.ExtensionOf(name).Length])}");
            else if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
                input.Report(text.Span, $"'index' has {Quoted.Text(name)} twice: capitals do not matter. Remove one.");
            else
                names.Add(name);
        }

        return rules with { IndexNames = names.ToImmutable(), IndexComparison = StringComparison.OrdinalIgnoreCase };
    }

    /// <summary>A folder relative to the project's, written the same on every system.</summary>
    private static string? Folder(ConfigurationInput input, MetadataScalar text, string name)
    {
        var path = text.Text;
        string? problem = null;
        if (path.Contains('\\', StringComparison.Ordinal))
            problem = $"{name} is written with '/' on every system.{Suggestion.Hint(path.Replace('\\', '/'))}";
        else if (path.StartsWith('/') || path.StartsWith('~') || (path.Length > 1 && path[1] == ':'))
            problem = $"{name} must be relative to the project folder, but is {Quoted.Text(path)}.";
        else if (path.AsSpan().ContainsAny("*?\0\r\n"))
            problem = $"{name} must be a folder, but is {Quoted.Text(path)}.";
        if (problem is not null)
        {
            input.Report(text.Span, problem);
            return null;
        }

        var segments = path.Split('/').Where(segment => segment is not ("" or "."));
        return string.Join('/', segments) is { Length: > 0 } folder ? folder : ".";
    }
}
