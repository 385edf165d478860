using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>The codes in a comment that suppresses diagnostics, as it is being written.</summary>
internal static class SuppressionText
{
    private const string Opening = "<!--";

    /// <summary>The code, or what there is of one, that an offset is in or behind; null outside of such comments.</summary>
    public static TextSpan? FindCode(string text, int offset)
    {
        // Reason: nobody writes a longer one, and looking back through the whole text takes long where it is long.
        var from = Math.Max(0, offset - 500);
        var open = text.LastIndexOf(Opening, Math.Max(0, offset - 1), offset - from, StringComparison.Ordinal);
        if (open < 0 || text.AsSpan(open, offset - open).Contains("-->", StringComparison.Ordinal))
            return null;
        var keyword = text.AsSpan(open + Opening.Length).TrimStart();
        if (!keyword.StartsWith("content-ignore"))
            return null;
        var start = offset;
        while (start > 0 && char.IsAsciiLetterOrDigit(text[start - 1]))
            start--;
        var end = offset;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        var rest = text.AsSpan(open, start - open);
        // Reason: what follows the codes is the reason, in words.
        return start > open && char.IsWhiteSpace(text[start - 1]) && rest.Contains("content-ignore", StringComparison.Ordinal) ? TextSpan.FromBounds(start, end) : null;
    }
}
