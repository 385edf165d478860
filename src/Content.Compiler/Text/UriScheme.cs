using System.Buffers;

namespace Content.Compiler.Text;

/// <summary>The scheme of a URI, by the letters that RFC 3986 gives it. What a scheme means is its users' affair.</summary>
internal static class UriScheme
{
    private static readonly SearchValues<char> afterFirst =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>The length of the scheme that <paramref name="text"/> begins with, without its colon, or 0. Of <c>C:\path</c> it is 1.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !char.IsAsciiLetter(text[0]))
            return 0;
        var length = text.IndexOfAnyExcept(afterFirst);
        return length > 0 && text[length] == ':' ? length : 0;
    }
}
