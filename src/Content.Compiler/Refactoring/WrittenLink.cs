using Content.Compiler.Articles;
using Content.Compiler.Links;
using Content.Compiler.Navigation;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>A destination as it stands in its file, of which one part is written anew and no other character changes.</summary>
internal static class WrittenLink
{
    /// <summary>The edit that gives a link another fragment.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="source">The text of the file.</param>
    /// <param name="link">The link.</param>
    /// <param name="id">The id, as it is in HTML.</param>
    /// <param name="isText">Whether it is the text of a heading, which is written as it is.</param>
    public static TextChange? WithFragment(string file, SourceText source, Link link, string id, bool isText = false)
    {
        var raw = RawOf(source, link);
        var sign = FindSign(raw, '#', link.IsHtml);
        if (sign < 0)
            return null;
        var end = raw.Length;
        if (raw.IndexOf(":~:", sign, StringComparison.Ordinal) is var directive and >= 0)
            end = directive;
        while (end > sign + 1 && char.IsWhiteSpace(raw[end - 1]))
            end--;
        var start = GoTo.SpanOf(source.Lines, link.Range).Start;
        var isEncoded = raw[(sign + 1)..end].Contains('%', StringComparison.Ordinal);
        var text = isText ? id : isEncoded && !System.Text.Ascii.IsValid(id) ? Uri.EscapeDataString(id) : UrlText.ForAuthors(id);
        return new TextChange(file, source.GetRange(TextSpan.FromBounds(start + sign + 1, start + end)), text, ChangeReason.Link);
    }

    /// <summary>The edit that gives a link another path; query and fragment stay.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="source">The text of the file.</param>
    /// <param name="link">The link.</param>
    /// <param name="path">As an author writes it.</param>
    /// <param name="origin">How much of the destination stands before its path: the scheme and host of our own site.</param>
    public static TextChange WithPath(string file, SourceText source, Link link, string path, int origin)
    {
        var raw = RawOf(source, link);
        var lead = raw.Length - raw.TrimStart().Length;
        var end = FirstOf(FindSign(raw, '#', link.IsHtml), FindSign(raw, '?', link.IsHtml), raw.TrimEnd().Length);
        var start = GoTo.SpanOf(source.Lines, link.Range).Start;
        return new TextChange(file, source.GetRange(TextSpan.FromBounds(start + Math.Min(lead + origin, end), start + end)), path, ChangeReason.Link);
    }

    /// <summary>The edit of a link in a dialect's own notation, in which some form of the old path stands; null where none does.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="source">The text of the file.</param>
    /// <param name="link">The link.</param>
    /// <param name="forms">What can stand there, and what is to stand there instead; the first that does counts.</param>
    public static TextChange? WithForm(string file, SourceText source, Link link, IEnumerable<(string Old, string New)> forms)
    {
        var raw = RawOf(source, link);
        var start = GoTo.SpanOf(source.Lines, link.Range).Start;
        foreach (var (old, name) in forms)
        {
            if (old.Length > 0 && raw.IndexOf(old, StringComparison.Ordinal) is var at and >= 0)
                return new TextChange(file, source.GetRange(new TextSpan(start + at, old.Length)), name, ChangeReason.Link);
        }

        return null;
    }

    private static string RawOf(SourceText source, Link link)
    {
        var span = GoTo.SpanOf(source.Lines, link.Range);
        return source.Text.Substring(span.Start, span.Length);
    }

    private static int FirstOf(params ReadOnlySpan<int> offsets)
    {
        var first = int.MaxValue;
        foreach (var offset in offsets)
        {
            if (offset >= 0)
                first = Math.Min(first, offset);
        }

        return first;
    }

    /// <summary>The first sign that is one, and not a part of a character reference such as <c>&amp;#39;</c>, nor escaped.</summary>
    private static int FindSign(string raw, char sign, bool isHtml)
    {
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] == '&' && index + 2 < raw.Length && raw[index + 1] == '#' && raw.IndexOf(';', index) is var end and > 0 && end - index < 10)
                index = end;
            else if (raw[index] == sign)
                return index;
        }

        return -1;
    }
}
