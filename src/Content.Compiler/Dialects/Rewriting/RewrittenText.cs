using System.Collections.Immutable;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// A text in which a dialect's constructs are replaced by what they stand for. It knows where each of its characters stands in the file, so
/// that everything found in it has the place that the author sees.
/// </summary>
internal sealed class RewrittenText : SourceText
{
    private readonly SourceText original;
    private readonly Piece[] pieces;
    private readonly ImmutableArray<TextSpan> unread;

    public RewrittenText(SourceText original, string text, Piece[] pieces, ImmutableArray<UnfilledConstruct> unfilled, ImmutableArray<TextSpan> unread)
        : base(original.File, text)
    {
        this.original = original;
        this.pieces = pieces;
        this.unread = unread;
        Unfilled = original is RewrittenText before ? unfilled.AddRange(before.Unfilled.Select(known => known with { Span = GetRewritten(known.Span) })) : unfilled;
    }

    /// <summary>What was recognised, and nothing fills in; by its place in this text.</summary>
    public ImmutableArray<UnfilledConstruct> Unfilled { get; }

    /// <summary>The places of the file that constructs hold which nothing fills in: they may be any language.</summary>
    public IEnumerable<TextRange> Unread => original is RewrittenText before ? unread.Select(span => before.GetRange(span)).Concat(before.Unread) : unread.Select(span => original.GetRange(span));

    /// <summary>Whether the character was put there, or moved with others: it is no construct that its author left.</summary>
    public bool IsFilled(int offset) =>
        pieces[Find(offset)] is var piece && (piece.Construct.Length > 0 || (original is RewrittenText before && before.IsFilled(piece.GetSource(offset))));

    /// <summary>What a destination at <paramref name="span"/> is, and how its author wrote it.</summary>
    public (DestinationForm Form, string Written) Describe(TextSpan span)
    {
        var piece = pieces[Find(span.Start)];
        var source = GetSource(span);
        var form = piece.Form;
        if (form == DestinationForm.Written && !Text.AsSpan(span.Start, span.Length).SequenceEqual(original.Text.AsSpan(source.Start, source.Length)))
            form = DestinationForm.Address;
        if (original is not RewrittenText before)
            return (form, original.Text.Substring(source.Start, source.Length));
        var described = before.Describe(source);
        return (form == DestinationForm.Written ? described.Form : form, described.Written);
    }

    internal override TextRange GetRange(TextSpan span, ref int line) => original.GetRange(GetSource(span), ref line);

    internal override string GetFile(int offset) => original.GetFile(GetSource(new TextSpan(offset, 0)).Start);

    /// <summary>Where a stretch stands in the text before: what is made for a construct stands where the whole of that does.</summary>
    private TextSpan GetSource(TextSpan span)
    {
        var first = pieces[Find(span.Start)];
        var start = first.Start(span.Start);
        if (span.Length == 0)
            return new TextSpan(start, 0);
        var last = pieces[Find(span.End - 1)];
        if (last.Construct != first.Construct && first.Construct.Length > 0)
            start = first.Construct.Start;
        else if (last.Source != first.Source && first.Construct.Length > 0)
            return first.Construct;
        var end = last.Construct != first.Construct && last.Construct.Length > 0 ? last.Construct.End : last.End(span.End);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    private TextSpan GetRewritten(TextSpan source)
    {
        foreach (var piece in pieces)
        {
            if (piece.IsCopied && piece.Source.Start <= source.Start && source.End <= piece.Source.End)
                return source.Shift(piece.Place - piece.Source.Start);
        }

        return default;
    }

    private int Find(int offset)
    {
        var (low, high) = (0, pieces.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (pieces[middle].Place <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }

    /// <summary>A stretch of the rewritten text.</summary>
    /// <param name="Place">Where it begins.</param>
    /// <param name="Source">What of the text before it stands for.</param>
    /// <param name="IsCopied">Whether it is that very text.</param>
    /// <param name="Construct">The construct that it was made for; empty of what was left as it is.</param>
    /// <param name="Form">What a destination is that begins with it.</param>
    internal readonly record struct Piece(int Place, TextSpan Source, bool IsCopied, TextSpan Construct, DestinationForm Form)
    {
        public int GetSource(int offset) => IsCopied ? Source.Start + offset - Place : Source.Start;

        public int Start(int offset) => IsCopied ? Math.Min(Source.Start + offset - Place, Source.End) : Source.Start;

        public int End(int offset) => IsCopied ? Math.Min(Source.Start + offset - Place, Source.End) : Source.End;
    }
}

/// <summary>What a dialect knows to be one of its constructs, and cannot fill in.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Kind">How messages name its kind, such as <c>{ }</c>.</param>
internal readonly record struct UnfilledConstruct(TextSpan Span, string Kind);
