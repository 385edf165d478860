using System.Buffers;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Goes through the attributes of a tag, by the states of the WHATWG tokenizer.</summary>
internal ref struct HtmlAttributeReader(ReadOnlySpan<char> html, int start, int limit)
{
    private static readonly SearchValues<char> endsName = SearchValues.Create("\t\n\f\r />=");
    private static readonly SearchValues<char> endsValue = SearchValues.Create("\t\n\f\r >");

    private readonly ReadOnlySpan<char> html = html[..limit];

    /// <summary>The offset after what has been read; after the last attribute, the end of the tag.</summary>
    public int Position { get; private set; } = start;

    /// <summary>The attribute's name as written.</summary>
    public TextSpan Name { get; private set; }

    /// <summary>The value without quotes, not decoded; empty right after the name where there is none.</summary>
    public TextSpan Value { get; private set; }

    /// <summary>Whether there is a value, be it empty.</summary>
    public bool HasValue { get; private set; }

    /// <summary>At the end: whether the tag closes itself.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>At the end: whether the text ended before the tag did.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>Goes to the next attribute; false at the end of the tag.</summary>
    public bool MoveNext()
    {
        while (true)
        {
            SkipSpace();
            if (Position >= html.Length)
            {
                Position = html.Length;
                IsCutOff = true;
                return false;
            }

            if (html[Position] == '>')
            {
                Position++;
                return false;
            }

            if (html[Position] != '/')
                break;
            Position++;
            if (Position < html.Length && html[Position] == '>')
            {
                IsSelfClosing = true;
                Position++;
                return false;
            }
        }

        ReadName();
        ReadValue();
        return true;
    }

    private void ReadName()
    {
        // An equals sign in front belongs to the name.
        var end = html[(Position + 1)..].IndexOfAny(endsName);
        end = end < 0 ? html.Length : Position + 1 + end;
        Name = TextSpan.FromBounds(Position, end);
        Position = end;
    }

    private void ReadValue()
    {
        Value = new TextSpan(Name.End, 0);
        HasValue = false;
        SkipSpace();
        if (Position >= html.Length || html[Position] != '=')
            return;
        Position++;
        SkipSpace();
        HasValue = true;
        Value = new TextSpan(Position, 0);
        if (Position >= html.Length || html[Position] == '>')
            return;
        var quote = html[Position];
        if (quote is '"' or '\'')
        {
            var start = Position + 1;
            var length = html[start..].IndexOf(quote);
            Value = TextSpan.FromBounds(start, length < 0 ? html.Length : start + length);
            Position = length < 0 ? html.Length : Value.End + 1;
            IsCutOff = length < 0;
            return;
        }

        var unquoted = html[Position..].IndexOfAny(endsValue);
        Value = TextSpan.FromBounds(Position, unquoted < 0 ? html.Length : Position + unquoted);
        Position = Value.End;
    }

    private void SkipSpace()
    {
        while (Position < html.Length && html[Position] is ' ' or '\n' or '\t' or '\r' or '\f')
            Position++;
    }
}
