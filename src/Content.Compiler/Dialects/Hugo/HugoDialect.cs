using System.Collections.Immutable;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>Hugo: short codes, pages found by <c>ref</c>, URLs in lower case.</summary>
internal sealed class HugoDialect : Dialect
{
    public override string Name => "hugo";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IsLower = true, IndexNames = ["_index", "index"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        StaticFolders = ["static"],
        Addresses = configuration.Addresses with { Aliases = AliasesKey.FromPage },
        LinksMayBeAddresses = true,
        LinksMayOmitExtensions = true,
    };

    public override ImmutableArray<Rewrite> Rewritings =>
        [static (text, _, configuration) => new ShortCodeWriter(text, configuration).Write(HugoShortCodes.Read(text.Text, text.BodyStart))];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.Add(new DefinitionTermIds());
}

/// <summary>Zola: short codes that look like calls, and <c>@/</c> for the content folder.</summary>
internal sealed class ZolaDialect : Dialect
{
    public override string Name => "zola";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IsLower = true, IndexNames = ["_index", "index"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        StaticFolders = ["static"],
        LinkMappings = [.. configuration.LinkMappings, new LinkMapping("@/", "/")],
        Addresses = configuration.Addresses with { UrlKeys = ["path"] },
        LinksMayBeAddresses = true,
    };

    public override ImmutableArray<Rewrite> Rewritings =>
        [static (text, _, configuration) => new ShortCodeWriter(text, configuration).Write(ZolaShortCodes.Read(text.Text, text.BodyStart))];
}
