using System.Collections.Immutable;
using Content.Compiler.Configuration.Parsing;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects;
using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration;

/// <summary>Reads content.json: everything wrong with it in one run, and in any case a configuration.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads the whole file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="ownNamespace">The namespace that the types are generated in, whose name none of them may have.</param>
    public static ParsedConfiguration Read(SourceText source, string ownNamespace = "")
    {
        var input = new ConfigurationInput(source);
        var json = JsonMetadataReader.ReadWhole(source, JsonDialect.WithComments);
        foreach (var error in json.Errors)
        {
            if (error.Kind == MetadataErrorKind.Syntax)
                input.ReportSyntax(error.Span, error.Message);
            else
                input.Report(error.Span, error.Message);
        }

        if (json.Root is null && json.Errors.IsEmpty)
            input.ReportSyntax(new TextSpan(0, 0), "The file is empty. Write {} for the defaults, or delete it.");

        // After a syntax error keys may be hidden and look missing, so nothing else is reported then.
        var content = json.IsBroken || json.Root is null ? new ConfigurationInput(source) : input;
        var configuration = DefaultConfiguration.Instance;
        if (json.Root is MetadataMapping root)
            configuration = Read(content, root, ownNamespace);
        else if (json.Root is not null)
            content.ReportShape(json.Root, "content.json", "an object");
        return new ParsedConfiguration(configuration with { File = source.File }, [.. input.Diagnostics.Distinct().Order()]);
    }

    /// <summary>The content folder alone.</summary>
    internal static string ReadRoot(SourceText source) =>
        JsonMetadataReader.ReadWhole(source, JsonDialect.WithComments).Root is MetadataMapping root
        && root.Find("root")?.Value is { } node and not MetadataScalar { Kind: MetadataKind.Null }
            ? SettingsReader.Root(new ConfigurationInput(source), node)
            : DefaultConfiguration.Root;

    private static ContentConfiguration Read(ConfigurationInput input, MetadataMapping root, string ownNamespace)
    {
        input.CheckKeys(root, "content.json", ConfigurationKeys.Root);
        MetadataNode? Find(string key) =>
            root.Find(key)?.Value is { } node and not MetadataScalar { Kind: MetadataKind.Null } ? node : null;

        if (Find("$schema") is { } schema)
            input.Text(schema, "'$schema'");
        var dialects = Find("dialect") is { } dialect ? DialectReader.Names(input, dialect) : [];
        var defaults = DialectSet.Defaults(dialects, DefaultConfiguration.Instance);
        var names = new GeneratedTypes(input, ownNamespace);
        var types = new TypeTable();
        var enums = ImmutableArray.CreateBuilder<EnumDefinition>();
        if (Find("enums") is { } shared)
            enums.AddRange(EnumReader.ReadAll(input, shared, names, types));
        var site = Find("site") is { } address ? SettingsReader.Site(input, address) : null;
        var collections = Find("collections") is { } declared
            ? CollectionsReader.Read(input, declared, names, types, enums)
            : defaults.Collections;
        var links = LinkSettingsReader.Read(input, Find("links"), defaults);
        var rules = RuleReader.Read(input, Find("rules"), Find("style"), collections);
        return defaults with
        {
            Root = Find("root") is { } folder ? SettingsReader.Root(input, folder) : DefaultConfiguration.Root,
            RootRange = Find("root") is { } named ? input.Source.GetRange(named.Span) : null,
            Site = site,
            BasePath = site?.AbsolutePath.TrimEnd('/') ?? "",
            StaticFolders = Find("static") is { } folders ? SettingsReader.StaticFolders(input, folders) : defaults.StaticFolders,
            ShortCodes = Find("shortcodes") is { } codes ? DialectReader.ShortCodes(input, codes, dialects) : defaults.ShortCodes,
            Slugs = SettingsReader.Slugs(input, Find("slugs"), Find("slugDates"), Find("index"), defaults.Slugs),
            GivesDefinitionIds = Find("definitionIds") is { } terms ? input.Flag(terms, "'definitionIds'") : defaults.GivesDefinitionIds,
            Anchors = Find("anchors") is { } anchors
                ? input.Choice(anchors, "'anchors'", ("github", AnchorStyle.GitHub), ("markdig", AnchorStyle.Markdig), ("words", AnchorStyle.Words))
                : defaults.Anchors,
            Html = Find("html") is { } html ? HtmlPolicyReader.Read(input, html) : HtmlPolicy.AllowAll,
            HeadingLinkLabel = Find("headingLinks") is { } headingLinks ? SettingsReader.HeadingLinkLabel(input, headingLinks) : null,
            Images = Find("images") is { } images
                ? input.Choice(images, "'images'", ("plain", ImageAttributes.None), ("size", ImageAttributes.Size), ("lazy", ImageAttributes.Lazy))
                : ImageAttributes.None,
            ReadsHistory = Find("lastModified") is { } history && input.Choice(history, "'lastModified'", ("none", false), ("git", true)),
            Enums = enums.ToImmutable(),
            Collections = collections,
            IgnoredLinks = links.Ignored,
            LinkMappings = links.Mappings,
            LinksMayOmitExtensions = links.MayOmitExtensions,
            LinksMayBeLookedUp = links.MayBeLookedUp,
            SnippetFolders = Find("snippets") is { } snippets ? SettingsReader.SnippetFolders(input, snippets) : defaults.SnippetFolders,
            Highlights = Find("highlight") is { } highlight && SettingsReader.Switch(input, highlight, "'highlight'"),
            CompilesAllSamples = Find("samples") is { } samples && input.Choice(samples, "'samples'", ("marked", false), ("compile", true)),
            ChecksApiInCode = Find("api") is { } api && input.Choice(api, "'api'", ("links", false), ("check", true)),
            SpeaksOfApi = Find("api") is not null || Find("apiUrl") is not null,
            ApiUrl = Find("apiUrl") is { } apiUrl ? SettingsReader.ApiUrl(input, apiUrl) : null,
            Routes = Find("routes") is { } routes ? RouteReader.Read(input, routes) : [],
            Rules = rules,
            Severities = SeverityReader.Read(input, Find("severity"), rules),
        };
    }
}

/// <summary>A content.json that was read, with what is wrong with it.</summary>
/// <param name="Configuration">The configuration; where there are errors, what could be made of the rest.</param>
/// <param name="Diagnostics">CONTENT0002 and CONTENT0003, in the order of the file.</param>
public sealed record ParsedConfiguration(ContentConfiguration Configuration, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether articles can be held against it; where not, its own diagnostics are all there is to say.</summary>
    public bool IsUsable => Diagnostics.IsEmpty;
}
