using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>
/// Finds template expressions in the text of an article. They are looked for in the file and not in what is rendered, since Markdown makes
/// something else of some; what is no text for readers is told by those who see it. Costs next to nothing where there are none.
/// </summary>
/// <param name="facts">Are told.</param>
/// <param name="configuration">What the articles are written in.</param>
internal sealed class UnfilledTemplates(ArticleFacts facts, ContentConfiguration configuration)
{
    private readonly bool readsMdx = configuration.ReadsMdx;

    private readonly List<TemplateExpression> found = [];
    private readonly List<TextSpan> hidden = [];
    private string text = "";
    private RewrittenText? rewritten;

    /// <summary>Whether there are any at all.</summary>
    public bool HasAny => found.Count > 0;

    /// <summary>Finds those of <paramref name="source"/> from <paramref name="bodyStart"/> on.</summary>
    public void Start(SourceText source, int bodyStart)
    {
        found.Clear();
        hidden.Clear();
        text = source.Text;
        rewritten = source as RewrittenText;
        if (TemplateExpression.MayBeIn(text.AsSpan(bodyStart)))
        {
            for (var from = bodyStart; TemplateExpression.Find(text, from) is { } expression; from = expression.Span.End)
            {
                if (rewritten?.IsFilled(expression.Span.Start) != true)
                    found.Add(expression);
            }
        }

        var known = found.Count;
        if (!readsMdx)
            ForeignLines.Find(text, bodyStart, found);
        foreach (var construct in rewritten?.Unfilled ?? [])
            found.Add(new TemplateExpression(construct.Span, construct.Kind));
        if (found.Count == known)
            return;
        found.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
    }

    /// <summary>Whether <paramref name="place"/> is inside an expression: what looks like a tag there is none.</summary>
    public bool Covers(int place)
    {
        var (low, high) = (0, found.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (found[middle].Span.Start >= place)
                high = middle - 1;
            else if (found[middle].Span.End <= place)
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    /// <summary>What stands here is no text: code, a tag, a destination.</summary>
    public void Hide(TextSpan span) => hidden.Add(span);

    /// <summary>Whether an expression may come to blocks with ids of their own, or to a part of a heading: a value within a sentence is none.</summary>
    private bool MayMakeIds(string kind, TextSpan expression)
    {
        if (kind is not ("{{ }}" or "{% %}" or "{{< >}}" or "{{% %}}"))
            return false;
        var before = text.AsSpan(0, expression.Start);
        before = before[(before.LastIndexOf('\n') + 1)..].TrimStart(" \t>-*+");
        return before.IsEmpty || before[0] is '#' or '<';
    }

    /// <summary>Tells of one expression a construct, within <paramref name="body"/>.</summary>
    public void Report(TextSpan body)
    {
        if (!HasAny)
            return;
        hidden.Sort((left, right) => left.Start.CompareTo(right.Start));
        var shown = new List<TemplateExpression>();
        var (next, hiddenEnd) = (0, 0);
        foreach (var expression in found)
        {
            var isHidden = IsHidden(expression.Span.Start) | IsHidden(expression.Span.End - 1);
            if (!isHidden && expression.Span.Start >= body.Start && expression.Span.End <= body.End)
                shown.Add(expression);
        }

        foreach (var kind in shown.GroupBy(expression => expression.Construct, StringComparer.Ordinal))
        {
            var first = kind.First().Span;
            var written = string.Join(' ', (rewritten?.Describe(first).Written ?? text.Substring(first.Start, first.Length)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            facts.Report(kind.Key switch
            {
                ForeignLines.Module => TemplateErrors.Module(facts.File, facts.GetRange(first), written, kind.Count()),
                ForeignLines.Title => TemplateErrors.Title(facts.File, facts.GetRange(first), written, kind.Count()),
                ForeignLines.Comment => TemplateErrors.Comment(facts.File, facts.GetRange(first), written, kind.Count()),
                _ => TemplateErrors.InText(facts.File, facts.GetRange(first), written, kind.Key, kind.Count()),
            });
            facts.HoldsUnfilled |= facts.HasDialect && kind.Any(expression => MayMakeIds(kind.Key, expression.Span));
        }

        bool IsHidden(int place)
        {
            for (; next < hidden.Count && hidden[next].Start <= place; next++)
                hiddenEnd = Math.Max(hiddenEnd, hidden[next].End);
            return place < hiddenEnd;
        }
    }
}
