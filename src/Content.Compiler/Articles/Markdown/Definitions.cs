using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>The definitions of links and footnotes: those given twice, and those that nothing uses.</summary>
internal sealed class Definitions(ArticleFacts facts, LinkRecorder links)
{
    /// <summary>Looks at all definitions of <paramref name="document"/>, which has been rendered.</summary>
    public void Check(MarkdownDocument document, string text, int bodyStart)
    {
        var group = document.GetLinkReferenceDefinitions(addGroup: false);
        foreach (var block in group)
        {
            var definition = (LinkReferenceDefinition)block;
            var footnote = (definition as FootnoteLinkReferenceDefinition)?.Footnote;
            if (footnote is null && (definition.Url is null || IsComment(definition) || FootnoteLabels.IsMark(definition)))
                continue;

            if (group.TryGet(definition.Label ?? "", out var first) && !ReferenceEquals(first, definition))
            {
                if (IsSameOfOtherFile(first, definition, bodyStart))
                    continue;
                var (place, kind, name) = Describe(definition, footnote, text, bodyStart);
                var other = facts.GetRange(LocateLabel(text, first).Shift(bodyStart));

                // Reason: of what is taken in from several files, or from one twice, each defines what it needs; only that two say different things is a mistake.
                if (place != other && (place.File == other.File || definition.Url != first.Url))
                    facts.Report(LinkSyntaxErrors.DefinedTwice(facts.File, place, kind, name, other.StartLine));
                continue;
            }

            if (footnote is null ? !links.Uses(definition) && !links.UsesUnseen(definition) : footnote.Order < 0)
            {
                var (place, kind, name) = Describe(definition, footnote, text, bodyStart);
                facts.Report(LinkSyntaxErrors.UnusedDefinition(facts.File, place, kind, name));
            }

            if (footnote is { Order: < 0 })
                links.AddUnused(footnote);
            else if (footnote is null && !links.Uses(definition))
                links.AddUnused(definition);
        }
    }

    /// <summary>Whether both say the same, each in a file that may stand alone or be taken in by others.</summary>
    private bool IsSameOfOtherFile(LinkReferenceDefinition first, LinkReferenceDefinition second, int bodyStart) =>
        first.Url == second.Url && first.Title == second.Title
        && facts.GetFile(bodyStart + Math.Max(0, first.Span.Start)) != facts.GetFile(bodyStart + Math.Max(0, second.Span.Start));

    /// <summary><c>[//]: # (text)</c> is how people write comments that leave no trace in the HTML.</summary>
    private static bool IsComment(LinkReferenceDefinition definition) => definition.Url is "" or "#" && (!string.IsNullOrEmpty(definition.Title) || definition.Label is "//");

    private (TextRange Place, string Kind, string Name) Describe(LinkReferenceDefinition definition, Footnote? footnote, string text, int bodyStart)
    {
        var label = LocateLabel(text, definition);
        var place = facts.GetRange(label.Shift(bodyStart));
        return footnote is null
            ? (place, "Link definition", text[(label.Start + 1)..Math.Max(label.Start + 1, label.End - 1)].Trim())
            : (place, "Footnote", text.Substring(label.Start, label.Length));
    }

    /// <summary>The label with its brackets.</summary>
    public static TextSpan LocateLabel(string text, LinkReferenceDefinition definition)
    {
        var start = Math.Clamp(definition.LabelSpan.Start, 0, Math.Max(0, text.Length - 1));
        while (start > 0 && text[start] != '[')
            start--;
        var end = Math.Clamp(definition.LabelSpan.End, start, Math.Max(start, text.Length - 1));
        while (end < text.Length - 1 && text[end] != ']')
            end++;
        return TextSpan.FromBounds(start, Math.Min(text.Length, end + 1));
    }
}
