using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Obsidian;

/// <summary><c>[[Page#Heading|text]]</c>, or the same behind <c>!</c>.</summary>
/// <param name="Span">The whole.</param>
/// <param name="IsEmbed">Whether what it names stands in its place.</param>
/// <param name="Target">What it names, with heading.</param>
/// <param name="Text">What readers see; null where nothing is written.</param>
internal readonly record struct WikiLink(TextSpan Span, bool IsEmbed, TextSpan Target, TextSpan? Text)
{
    private const int Longest = 1000;

    /// <summary>What a link that is read at its first bracket is, or null.</summary>
    public static WikiLink? Read(string text, int open)
    {
        if (open + 4 > text.Length || text[open] != '[' || text[open + 1] != '[' || (open > 0 && text[open - 1] is '\\' or '['))
            return null;
        var rest = text.AsSpan(open + 2, Math.Min(Longest, text.Length - open - 2));
        var close = rest.IndexOfAny("]\n[");
        if (close <= 0 || close + 1 >= rest.Length || rest[close] != ']' || rest[close + 1] != ']')
            return null;
        var isEmbed = open > 0 && text[open - 1] == '!' && (open == 1 || text[open - 2] != '\\');
        var span = TextSpan.FromBounds(isEmbed ? open - 1 : open, open + 4 + close);
        var bar = rest[..close].IndexOf('|');
        var end = bar < 0 ? close : bar > 0 && rest[bar - 1] == '\\' ? bar - 1 : bar;
        var target = Trim(text, TextSpan.FromBounds(open + 2, open + 2 + end));
        if (target.Length == 0)
            return null;
        return new WikiLink(span, isEmbed, target, bar < 0 ? null : Trim(text, TextSpan.FromBounds(open + 3 + bar, open + 2 + close)));
    }

    /// <summary>What is named, without the heading.</summary>
    public ReadOnlySpan<char> PathIn(string text)
    {
        var target = text.AsSpan(Target.Start, Target.Length);
        var hash = target.IndexOf('#');
        return hash < 0 ? target : target[..hash].TrimEnd();
    }

    /// <summary>The heading or block, without its number sign; empty where none is named.</summary>
    public ReadOnlySpan<char> FragmentIn(string text)
    {
        var target = text.AsSpan(Target.Start, Target.Length);
        var hash = target.IndexOf('#');
        return hash < 0 ? default : target[(hash + 1)..].Trim();
    }

    /// <summary>Whether a note is named, and no other file.</summary>
    public bool IsNote(string text)
    {
        var extension = ContentPath.ExtensionOf(PathIn(text));
        return extension.IsEmpty || !FileExtensions.IsKnown(extension) || FileExtensions.IsArticle(extension);
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
