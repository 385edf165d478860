using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Tells why a line that should be <c>key: value</c> is not.</summary>
internal static class YamlLineAdvice
{
    private const int LongestKey = 60;

    /// <summary>The place and the advice, or null where it could be anything.</summary>
    public static (TextSpan Span, string Message)? Of(string text, int start, int end)
    {
        var position = start;
        while (position < end && position - start < LongestKey && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '-' or '.' or ' '))
            position++;
        var key = text.AsSpan(start, position - start).Trim("- ").ToString();
        if (position == end || key.Length == 0)
            return null;

        var at = new TextSpan(position, 1);
        return text[position] switch
        {
            ':' when position + 1 < end && text[position + 1] is not ('/' or ' ' or '\t' or ':')
                => (at, $"A space is missing after this ':'. Write '{key}: ' and then the value."),
            '=' when !key.Contains(' ', StringComparison.Ordinal)
                => (at, $"YAML has ':' between a key and its value, not '='. Write '{key}: ' and then the value."),
            '\uFF1A' or '\uFE55'
                => (at, $"{Quoted.Text(text[position].ToString())} is not the ':' of YAML. Write '{key}: ' and then the value."),
            _ => null,
        };
    }
}
