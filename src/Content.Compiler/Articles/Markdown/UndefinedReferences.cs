using System.Buffers;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Finds <c>[text][label]</c>, <c>[label][]</c> and <c>[^note]</c> whose definition is missing: the parser leaves them in the text,
/// so that is where to look for them.
/// </summary>
internal sealed class UndefinedReferences(ArticleFacts facts)
{
    /// <summary>With how many definitions a label is compared: nobody writes more by hand, and the time stays bounded.</summary>
    private const int MostCompared = 500;

    private static readonly SearchValues<char> unwritable = SearchValues.Create("\\&<`\r\n");

    private const string InQuote = "is in a quote, where a definition is not seen. Move it out of the quote";
    private const string InList = "is in a list item, where a definition is not seen. Move it below the list, to the start of a line";
    private const string InBlock = "is inside another block, where a definition is not seen. Move it out, with a blank line before it";

    private string text = "";
    private int bodyStart;
    private bool isDefinedByTemplate;
    private LinkReferenceDefinitionGroup definitions = [];
    private readonly List<(string Mark, TextSpan Place)> marks = [];
    private readonly Dictionary<string, (int Place, string Why)> unseen = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The block that is looked through.</summary>
    public Block? Block { get; set; }

    /// <summary>Whether there can be any in the text.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.IndexOf("][", StringComparison.Ordinal) >= 0 || text.IndexOf("[^", StringComparison.Ordinal) >= 0;

    public void Start(MarkdownDocument document, string text, int bodyStart)
    {
        this.text = text;
        this.bodyStart = bodyStart;
        definitions = document.GetLinkReferenceDefinitions(addGroup: false);
        isDefinedByTemplate = DefinesByTemplate(text);
        marks.Clear();
        unseen.Clear();
        foreach (var definition in FootnoteLabels.HiddenIn(document))
        {
            var place = Math.Clamp(definition.LabelSpan.Start, 0, text.Length);
            var line = text.AsSpan(0, place)[(text.AsSpan(0, place).LastIndexOf('\n') + 1)..];
            unseen.TryAdd($"[{definition.Label}]", (place, line.Contains('>') ? InQuote : InList));
        }
    }

    /// <summary>Whether a template makes definitions, <c>[{{ number }}]: address</c>: nobody knows then which there are.</summary>
    private static bool DefinesByTemplate(ReadOnlySpan<char> text)
    {
        while (text.IndexOf("}]:", StringComparison.Ordinal) is var close and >= 0)
        {
            var line = text[..close];
            line = line[(line.LastIndexOf('\n') + 1)..].TrimStart();
            if (line is ['[', ..] && line.Contains("{{", StringComparison.Ordinal))
                return true;
            text = text[(close + 3)..];
        }

        return false;
    }

    /// <summary>Looks through the brackets of neighbouring inlines.</summary>
    public void Check(BracketText brackets)
    {
        for (var index = 0; index < brackets.Length; index++)
        {
            if (!brackets.Is(index, '['))
                continue;
            if (brackets.Is(index + 1, '^'))
                index = CheckFootnote(brackets, index);
            else if (index > 0 && brackets.Is(index - 1, ']'))
                index = CheckReference(brackets, index);
        }
    }

    /// <summary>Looks at a mark that opens at <paramref name="open"/>, and tells where to go on.</summary>
    private int CheckFootnote(BracketText brackets, int open)
    {
        var close = brackets.FindClose(open);
        if (close < open + 3 || brackets.HasSpace(open, close))
            return open;
        var span = brackets.GetSource(open, close + 1, text);

        // A regular expression such as [^a]+ is no mark.
        var next = brackets.At(close + 1);
        if (next is '+' or '*' or '?' or '{' || span is not { } place)
            return close;
        var mark = text.Substring(place.Start, place.Length);

        // What looks like a definition and is none stands where no definition can; the mark tells of it.
        if (next == ':' && brackets.StartsLine(open))
            unseen.TryAdd(mark, (place.Start, WhyUnseen()));
        else
            marks.Add((mark, place));
        return close;
    }

    /// <summary>All is seen: tells of the marks.</summary>
    public void Finish()
    {
        foreach (var (mark, place) in marks)
        {
            var range = facts.GetRange(place.Shift(bodyStart));
            if (unseen.TryGetValue(mark, out var definition))
            {
                var line = facts.GetRange(new TextSpan(bodyStart + definition.Place, 0)).StartLine;
                facts.Report(LinkSyntaxErrors.UnseenFootnote(facts.File, range, mark, line, definition.Why));
                continue;
            }

            string[] labels = [.. Known().OfType<FootnoteLinkReferenceDefinition>().Select(known => known.Label![1..])];
            var near = Suggestion.Closest(mark[2..^1], labels);
            var right = near is null ? null : $"[^{near}]";
            facts.Report(Offer(LinkSyntaxErrors.UndefinedFootnote(facts.File, range, mark, right), mark[2..^1], near, right, labels));
        }
    }

    private string WhyUnseen()
    {
        for (var container = Block?.Parent; container is not null; container = container.Parent)
        {
            if (container is QuoteBlock)
                return InQuote;
            if (container is ListItemBlock)
                return InList;
        }

        return InBlock;
    }

    /// <summary>Looks at a label that opens at <paramref name="open"/> right after a closing bracket, and tells where to go on.</summary>
    private int CheckReference(BracketText brackets, int open)
    {
        var close = brackets.FindClose(open);
        var first = brackets.FindOpen(open - 1);
        if (close < 0 || first < 0)
            return open;

        var isCollapsed = close == open + 1;
        var (from, to) = isCollapsed ? (first + 1, open - 1) : (open + 1, close);
        if (from >= to || brackets.GetSource(from, to, text) is not { } place || brackets.GetText(from, to, text) is not { } label)
            return close;
        if (isDefinedByTemplate || (label.Contains('<', StringComparison.Ordinal) && label.Contains('>', StringComparison.Ordinal)))
            return open;
        if (string.IsNullOrWhiteSpace(label) || label[0] is '^' or '!' || brackets.At(first + 1) is '^' or '!' || definitions.Links.ContainsKey(label))
            return open;
        var range = facts.GetRange(place.Shift(bodyStart));
        string[] labels = [.. Known().Where(IsForLinks).Select(known => known.Label!)];
        var near = Suggestion.Closest(label, labels);
        var isWrittenSo = text.AsSpan(place.Start, place.Length).SequenceEqual(label);
        facts.Report(Offer(LinkSyntaxErrors.UndefinedReference(facts.File, range, label, near), label, near, isWrittenSo && !isCollapsed ? near : null, labels));
        return close;
    }

    /// <summary>The diagnostic with the label that is meant, where that can be written as it stands. A collapsed reference is its own text, which readers see.</summary>
    private static Diagnostic Offer(Diagnostic diagnostic, string label, string? near, string? right, string[] labels) =>
        right is null || right.AsSpan().IndexOfAny(unwritable) >= 0
            ? diagnostic
            : diagnostic.Offering(right, Suggestion.IsSlip(label, near!) && Suggestion.IsOnlyOne(label, near!, labels));

    private IEnumerable<LinkReferenceDefinition> Known() => definitions.Links.Values.Take(MostCompared);

    private static bool IsForLinks(LinkReferenceDefinition definition) =>
        definition is { Url: not null, Label: not null } and not FootnoteLinkReferenceDefinition;
}
