using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Code;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>Collects what one article says while it is read. Used again for the next one.</summary>
internal sealed class ArticleFacts
{
    private readonly ByteArena bodies = new();
    private SourceText source = new("", "");

    /// <summary>The file as diagnostics name it.</summary>
    public string File => source.File;

    /// <summary>What a screen reader calls the link that a heading gets to itself; null where it gets none.</summary>
    public string? HeadingLinkLabel { get; init; }

    /// <summary>Whether the articles are of a site generator, whose expressions are no text.</summary>
    public bool HasDialect { get; init; }

    /// <summary>Whether expressions were found that nothing fills in.</summary>
    public bool HoldsUnfilled { get; set; }

    public List<FoundLink> Links { get; } = [];

    public List<FoundSlot> Slots { get; } = [];

    public ArticleAnchors Anchors { get; } = new();

    public List<ArticleHeading> Headings { get; } = [];

    public List<Suppression> Suppressions { get; } = [];

    public List<CodeSample> Samples { get; } = [];

    public List<ApiMention> ApiMentions { get; } = [];

    /// <summary>The patterns of <c>links.ignore</c> without which there would be more wrong with the text.</summary>
    public List<int> NeededExclusions { get; } = [];

    /// <summary>What is wrong, but for ids that are given twice.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    public void Start(SourceText source)
    {
        this.source = source;
        Diagnostics.Clear();
        Links.Clear();
        Slots.Clear();
        Anchors.Clear();
        Headings.Clear();
        Suppressions.Clear();
        NeededExclusions.Clear();
        Samples.Clear();
        ApiMentions.Clear();
        HoldsUnfilled = false;
    }

    /// <summary>The unit of the file before a place; a line's end at its start.</summary>
    public char UnitBefore(int place) => place > 0 && place <= source.Text.Length ? source.Text[place - 1] : '\n';

    public TextRange GetRange(TextSpan span) => source.GetRange(span);

    /// <summary>The file that <paramref name="offset"/> was written in, where the article has taken in others.</summary>
    public string GetFile(int offset) => source.GetFile(offset);

    public void Report(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);

    /// <summary>Tells of the ids that were given twice, as far as <paramref name="isDoubled"/> agrees.</summary>
    public void ReportDoubledIds(Predicate<string>? isDoubled = null)
    {
        foreach (var (id, span, other, isHeading) in Anchors.TakeDoubled())
        {
            if (isDoubled?.Invoke(id) == false)
                continue;
            var line = source.LineOf(other);
            Report(isHeading ? MarkupErrors.IdOfHeading(File, GetRange(span), id, line) : MarkupErrors.IdGivenTwice(File, GetRange(span), id, line));
        }
    }

    /// <summary>
    /// All links are found: puts them in the order of the file (an image inside a link, a footnote, a definition are rendered in another).
    /// </summary>
    private ImmutableArray<Link> FinishLinks()
    {
        FactOrder.Sort(Links, Slots);
        var links = ImmutableArray.CreateBuilder<Link>(Links.Count);
        var line = 0;
        var rewritten = source as RewrittenText;
        foreach (var link in Links)
        {
            var range = source.GetRange(link.Span, ref line);
            links.Add(Describe(link, rewritten) is var (form, written) && form != DestinationForm.Written
                ? new Link(written, range, link.Role, link.IsHtml, form, link.Destination)
                : new Link(link.Destination, range, link.Role, link.IsHtml));
        }

        return links.MoveToImmutable();
    }

    /// <summary>Without those that take for Markdown or HTML what may be another language.</summary>
    private IEnumerable<Diagnostic> JudgedDiagnostics()
    {
        if (source is not RewrittenText rewritten || rewritten.Unread.Order().ToArray() is not { Length: > 0 } unread)
            return Diagnostics;
        return Diagnostics.Where(diagnostic =>
        {
            if (!DiagnosticCatalog.IsOfLanguage(diagnostic.Code))
                return true;
            var found = Array.BinarySearch(unread, diagnostic.Range with { EndLine = int.MaxValue });
            var before = found >= 0 ? found : ~found - 1;
            return before < 0 || unread[before].File != diagnostic.Range.File
                || (diagnostic.Range.StartLine, diagnostic.Range.StartColumn).CompareTo((unread[before].EndLine, unread[before].EndColumn)) >= 0;
        });
    }

    private static (DestinationForm Form, string Written) Describe(in FoundLink link, RewrittenText? rewritten) =>
        rewritten?.Describe(link.Span) ?? (DestinationForm.Written, link.Destination);

    /// <summary>All is found: the facts as they stay, with <paramref name="text"/>, to whose text the slots belong.</summary>
    public ArticleContent Conclude(ReadOnlyMemory<char> text)
    {
        ReportDoubledIds();
        var links = FinishLinks();
        var measure = TextMeasure.Of(text.Span);
        var body = HeadingLinkLabel is null ? text.Span : HeadingLinks.Write(text, Slots, HeadingLinkLabel).Span;
        return new ArticleContent
        {
            Body = BodyEncoder.Encode(body, Slots, bodies),
            Links = links,
            Headings = [.. Headings],
            Anchors = [.. Anchors.InOrder],
            Excerpt = measure.Excerpt,
            WordCount = measure.Words,
            HoldsUnfilled = HoldsUnfilled,
            Suppressions = [.. Suppressions],
            NeededExclusions = [.. NeededExclusions],
            Samples = [.. Samples],
            ApiMentions = [.. ApiMentions],
            Diagnostics = [.. JudgedDiagnostics()],
        };
    }
}
