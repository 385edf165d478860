using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig;

namespace Content.Compiler.Dialects;

/// <summary>The dialects of one site, one after the other.</summary>
internal sealed class DialectSet(ContentConfiguration configuration)
{
    private readonly ImmutableArray<Dialect> dialects = [.. configuration.Dialects.Select(Find).OfType<Dialect>()];

    private readonly ImmutableArray<Rewrite> rewritings = [.. configuration.Dialects.Select(Find).OfType<Dialect>().SelectMany(dialect => dialect.Rewritings)];

    /// <summary>The names that content.json can have.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Dialect.All.Select(dialect => dialect.Name)];

    /// <summary>The dialect of this name, or null.</summary>
    public static Dialect? Find(string name) => Dialect.All.FirstOrDefault(dialect => dialect.Name == name);

    /// <summary>The settings that the named dialects have where content.json is silent; of two that differ, the first counts.</summary>
    public static ContentConfiguration Defaults(ImmutableArray<string> names, ContentConfiguration configuration)
    {
        for (var index = names.Length - 1; index >= 0; index--)
            configuration = Find(names[index])?.WithDefaults(configuration) ?? configuration;
        return configuration with { Dialects = names };
    }

    /// <summary>The article without the white space that stands before its front matter, everything else at its place.</summary>
    public static SourceText WithoutSpaceBefore(SourceText source)
    {
        var text = source.Text;
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        if (start == 0 || start == text.Length || text[start] is not ('+' or '-' or '{'))
            return source;
        var rewriter = new TextRewriter(source, 0);
        rewriter.Replace(new TextSpan(0, start));
        return rewriter.Finish();
    }

    /// <summary>The article as Markdown or HTML; the very same where there is nothing to replace.</summary>
    public SourceText Rewrite(SourceText source, int bodyStart, string path)
    {
        if (dialects.IsEmpty)
            return source;
        var fences = new TextRewriter(source, bodyStart);
        FenceOptions.Rewrite(fences);
        source = fences.Finish();
        foreach (var rewriting in rewritings)
        {
            var rewriter = new TextRewriter(source, bodyStart);
            rewriting(rewriter, path, configuration);
            source = rewriter.Finish();
        }

        return source;
    }

    /// <summary>How articles take in others.</summary>
    public ImmutableArray<IInclusionSyntax> Inclusions => [.. dialects.SelectMany(dialect => dialect.InclusionsOf(configuration))];

    /// <summary>Adds to the parser what the dialects need.</summary>
    public void Extend(MarkdownPipelineBuilder pipeline)
    {
        foreach (var dialect in dialects)
            dialect.Extend(pipeline);
        if (configuration.GivesDefinitionIds)
            pipeline.Extensions.AddIfNotAlready<DefinitionTermIds>();
    }
}
