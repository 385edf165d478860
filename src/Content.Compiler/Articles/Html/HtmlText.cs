using System.Text;
using Content.Runtime;

namespace Content.Compiler.Articles.Html;

/// <summary>The text of HTML: without tags, references decoded, white space collapsed and trimmed.</summary>
internal static class HtmlText
{
    /// <summary>The text of <paramref name="html"/>.</summary>
    public static string Read(ReadOnlySpan<char> html)
    {
        if (html.IndexOfAny('<', '&') < 0)
            return Collapse(html);
        var text = new StringBuilder(html.Length);
        var tokens = new HtmlTokenizer(html);
        var end = 0;
        var isHidden = false;
        var templates = 0;
        while (tokens.MoveNext())
        {
            if (!isHidden)
                Append(text, html[end..tokens.Span.Start]);
            templates = CountTemplates(tokens, templates);
            isHidden = templates > 0 || (tokens.Kind == HtmlTokenKind.StartTag && RawText.IsRaw(tokens.Name));
            end = tokens.Span.End;

            // Blocks and line breaks divide words.
            if (tokens.Kind is HtmlTokenKind.StartTag or HtmlTokenKind.EndTag && WordCounter.DividesWords(tokens.Name))
                text.Append(' ');
        }

        if (!isHidden)
            Append(text, html[end..]);
        return Collapse(text.ToString());
    }

    /// <summary>In how many templates the text after the token stands: what a template holds is on no page until a script takes it out.</summary>
    public static int CountTemplates(in HtmlTokenizer token, int before) =>
        token.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag) || !token.Name.Is("template") ? before
        : token.Kind == HtmlTokenKind.StartTag ? before + 1
        : Math.Max(0, before - 1);

    /// <summary>The text as a script reads it: tags divide nothing, and only white space that holds a line break is one space.</summary>
    public static string ReadInline(ReadOnlySpan<char> html)
    {
        var text = new StringBuilder(html.Length);
        html = html.Trim(" \t\r\n\f");
        var tokens = new HtmlTokenizer(html);
        var end = 0;
        while (tokens.MoveNext())
        {
            Append(text, html[end..tokens.Span.Start]);
            end = tokens.Span.End;
        }

        Append(text, html[end..]);
        return JoinLines(text.ToString());
    }

    private static string JoinLines(string text)
    {
        if (text.AsSpan().IndexOfAny('\n', '\r') < 0)
            return text;
        var joined = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            joined.Append(joined.Length == 0 ? line.TrimEnd() : line.Trim()).Append(' ');
        return joined.ToString(0, joined.Length - 1);
    }

    private static void Append(StringBuilder text, ReadOnlySpan<char> html)
    {
        while (html.IndexOf('&') is var found and >= 0)
        {
            text.Append(html[..found]);
            var length = CharacterReference.Read(html[found..], text, isAttribute: false);
            if (length == 0)
                text.Append('&');
            html = html[(found + Math.Max(1, length))..];
        }

        text.Append(html);
    }

    /// <summary><paramref name="text"/> trimmed, each run of white space a space.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IndexOfAny("\t\r\n\f") < 0 && text.IndexOf("  ", StringComparison.Ordinal) < 0)
            return text.ToString();
        var collapsed = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (unit is not (' ' or '\t' or '\r' or '\n' or '\f'))
                collapsed.Append(unit);
            else if (collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        return collapsed.ToString();
    }
}
