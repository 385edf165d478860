using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Jekyll;

/// <summary>Jekyll: Liquid before Markdown, and kramdown's attributes.</summary>
internal sealed class JekyllDialect : Dialect
{
    public override string Name => "jekyll";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IndexNames = ["index", "readme"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        Addresses = configuration.Addresses with { UrlKeys = ["permalink"], AliasKeys = ["redirect_from"], PublishedKey = "published" },
        LinksMayBeAddresses = true,
    };

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, configuration) => new LiquidReading(text, configuration).Run()];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.Add(new KramdownAttributes());
}
