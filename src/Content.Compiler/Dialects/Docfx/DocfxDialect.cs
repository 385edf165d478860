using System.Collections.Immutable;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>docfx: includes, code by reference, triple colons, tabs, alerts, <c>~/</c>.</summary>
internal sealed class DocfxDialect : Dialect
{
    public override string Name => "docfx";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        LinkMappings = [.. configuration.LinkMappings, new LinkMapping("~/", "/")],
        Addresses = configuration.Addresses with { OwnKeys = ["uid"] },
        SnippetFolders = ["."],
        NavigationFiles = ["toc.yml", "toc.yaml"],
    };

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, configuration) => new DocfxReading(text, configuration).Run()];

    public override ImmutableArray<IInclusionSyntax> Inclusions => [new DocfxIncludes()];

    public override void Extend(MarkdownPipelineBuilder pipeline)
    {
        pipeline.Extensions.Add(new Tabs());
        pipeline.Extensions.Add(new DocfxAlerts());
    }
}
