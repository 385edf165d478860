using System.Buffers;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// YAML as SharpYaml must see it to read what YAML 1.2 says. It follows YAML 1.1 in taking NEL, LS and PS for line ends and every question mark
/// in a flow collection for an indicator, and it stumbles over tabs on blank lines. So such characters are swapped for noncharacters
/// of the same length, and swapped back in the values.
/// </summary>
internal sealed class YamlInput
{
    private const string Swapped = "?\u0085\u2028\u2029";
    private const char FirstStandIn = '\uFDD0';

    private static readonly SearchValues<char> suspects = SearchValues.Create(Swapped + "\t");
    private static readonly SearchValues<char> standIns = SearchValues.Create("\uFDD0\uFDD1\uFDD2\uFDD3");

    private readonly bool isSwapped;

    public YamlInput(string text, int start, int end)
    {
        // A block scalar at the very end gets a NUL where its line end is missing, so there is one always.
        EndsWithoutBreak = end == start || text[end - 1] is not ('\n' or '\r');
        var input = EndsWithoutBreak ? string.Concat(text.AsSpan(start, end - start), "\n") : text[start..end];
        if (input.AsSpan().ContainsAny(suspects))
        {
            var units = input.ToCharArray();
            isSwapped = Swap(units);
            input = new string(units);
        }

        Text = input;
    }

    /// <summary>What SharpYaml is to read; every offset is what it was.</summary>
    public string Text { get; }

    /// <summary>Whether a line end was added.</summary>
    public bool EndsWithoutBreak { get; }

    /// <summary>A value with the characters that its author wrote.</summary>
    public string Restore(string value)
    {
        if (!isSwapped || !value.AsSpan().ContainsAny(standIns))
            return value;
        var units = value.ToCharArray();
        for (var index = 0; index < units.Length; index++)
        {
            if (units[index] is >= FirstStandIn and <= '\uFDD3')
                units[index] = Swapped[units[index] - FirstStandIn];
        }

        return new string(units);
    }

    private static bool Swap(Span<char> text)
    {
        var hasSwapped = false;
        for (var position = 0; position < text.Length; position++)
        {
            var found = text[position..].IndexOfAny(suspects);
            if (found < 0)
                break;
            position += found;
            if (text[position] == '\t')
            {
                position = ClearBlankLine(text, position);
            }
            else if (text[position] != '?' || IsPartOfText(text, position))
            {
                text[position] = (char)(FirstStandIn + Swapped.IndexOf(text[position], StringComparison.Ordinal));
                hasSwapped = true;
            }
        }

        return hasSwapped;
    }

    /// <summary>A question mark is an indicator only where it stands alone, with no text before it.</summary>
    private static bool IsPartOfText(ReadOnlySpan<char> text, int position)
    {
        var before = position;
        while (before > 0 && text[before - 1] is ' ' or '\t')
            before--;
        var startsWord = before == 0 || text[before - 1] is '\r' or '\n' or '[' or '{' or ','
            || (before < position && text[before - 1] is ':' or '-' or '?');
        var endsWord = position + 1 == text.Length || text[position + 1] is ' ' or '\t' or '\r' or '\n' or '[' or ']' or '{' or '}' or ',';
        return !startsWord || !endsWord;
    }

    /// <summary>Makes spaces of the tabs of a line that holds nothing else. Gives back the last offset of the run.</summary>
    private static int ClearBlankLine(Span<char> text, int position)
    {
        var length = text[position..].IndexOfAnyExcept(' ', '\t');
        var end = length < 0 ? text.Length : position + length;
        var start = position;
        while (start > 0 && text[start - 1] == ' ')
            start--;
        var isBlank = (start == 0 || text[start - 1] is '\r' or '\n') && (end == text.Length || text[end] is '\r' or '\n');
        if (isBlank)
            text[start..end].Fill(' ');
        return end - 1;
    }
}
