using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// Rewrites the body of an article from its start to its end: constructs are replaced, the rest is copied. Costs nothing until there is one.
/// </summary>
internal sealed class TextRewriter(SourceText source, int bodyStart)
{
    /// <summary>A template can be longer than what it takes the place of; nobody's comes to more than this.</summary>
    private const int MostTimes = 8;
    private const int AlwaysAllowed = 1 << 20;

    private readonly List<RewrittenText.Piece> pieces = [];
    private readonly ImmutableArray<UnfilledConstruct>.Builder unfilled = ImmutableArray.CreateBuilder<UnfilledConstruct>();
    private readonly ImmutableArray<TextSpan>.Builder unread = ImmutableArray.CreateBuilder<TextSpan>();
    private StringBuilder? written;
    private TextSpan construct;
    private int copied;

    /// <summary>The text that is rewritten, front matter included.</summary>
    public string Text => source.Text;

    /// <summary>Where the body starts.</summary>
    public int BodyStart => bodyStart;

    /// <summary>Whether so much was written that nothing more is to be replaced.</summary>
    public bool IsFull => written is { Length: var length } && length > AlwaysAllowed + ((long)MostTimes * Text.Length);

    /// <summary>Begins what takes the place of a construct; those come in the order of the text.</summary>
    public TextRewriter Replace(TextSpan span)
    {
        CopyTo(span.Start);
        construct = span;
        copied = span.End;
        return this;
    }

    /// <summary>Text that stands for the whole construct.</summary>
    public TextRewriter Fill(string text, DestinationForm form = DestinationForm.Written) => Fill(text, construct, form);

    /// <summary>Text that stands for what is written at <paramref name="span"/>.</summary>
    public TextRewriter Fill(string text, TextSpan span, DestinationForm form = DestinationForm.Written)
    {
        if (text.Length > 0)
        {
            Add(span, isCopied: false, form);
            written!.Append(text);
        }

        return this;
    }

    /// <summary>What is written at <paramref name="span"/>, as it is.</summary>
    public TextRewriter Take(TextSpan span, DestinationForm form = DestinationForm.Written)
    {
        if (span.Length > 0)
        {
            Add(span, isCopied: true, form);
            written!.Append(Text, span.Start, span.Length);
        }

        return this;
    }

    /// <summary>Leaves a construct as it is, and has it told.</summary>
    public void LeaveUnfilled(TextSpan span, string kind)
    {
        CopyTo(span.Start);
        var start = written!.Length;
        for (var brace = span.Start; brace < span.End; brace++)
        {
            if (Text[brace] != '{')
                continue;

            // Markdown would take some of them for attributes.
            CopyTo(brace);
            Add(new TextSpan(brace, 1), isCopied: false, DestinationForm.Written);
            written.Append("&#123;");
            copied = brace + 1;
        }

        CopyTo(span.End);
        unfilled.Add(new UnfilledConstruct(new TextSpan(start, written.Length - start), kind));
    }

    /// <summary>What a construct holds that nothing fills in: the text between its two ends, which may be any language.</summary>
    public void LeaveUnread(TextSpan span) => unread.Add(span);

    /// <summary>The text as it is now; the very source where nothing was replaced.</summary>
    public SourceText Finish()
    {
        if (written is null && unread.Count == 0)
            return source;
        CopyTo(Text.Length);
        if (pieces.Count == 0)
            Add(new TextSpan(Text.Length, 0), isCopied: true, DestinationForm.Written);
        return new RewrittenText(source, written!.ToString(), [.. pieces], unfilled.DrainToImmutable(), unread.DrainToImmutable());
    }

    private void CopyTo(int end)
    {
        written ??= new StringBuilder(Text.Length + 256);
        construct = default;
        if (end <= copied)
            return;
        Add(TextSpan.FromBounds(copied, end), isCopied: true, DestinationForm.Written);
        written.Append(Text, copied, end - copied);
        copied = end;
    }

    private void Add(TextSpan span, bool isCopied, DestinationForm form) =>
        pieces.Add(new RewrittenText.Piece(written!.Length, span, isCopied, construct, form));
}
