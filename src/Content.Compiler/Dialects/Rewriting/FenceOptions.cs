using System.Buffers;
using Content.Compiler.Code;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// What stands behind the language of a code block: what is known elsewhere stays, and what only the other tool's own view of code knows is left out,
/// since there every word is allowed.
/// </summary>
internal static class FenceOptions
{
    private static readonly SearchValues<char> marksOfLines = SearchValues.Create("0123456789-, ");

    /// <summary>Rewrites the first line of each block.</summary>
    public static void Rewrite(TextRewriter rewriter)
    {
        var text = rewriter.Text;
        if (text.IndexOf("```", rewriter.BodyStart, StringComparison.Ordinal) < 0 && text.IndexOf("~~~", rewriter.BodyStart, StringComparison.Ordinal) < 0)
            return;
        foreach (var fence in new CodeRegions(text, rewriter.BodyStart).Fences)
        {
            var end = fence.Start + text.AsSpan(fence.Start, fence.Length).IndexOfAny('\r', '\n') is var found && found > fence.Start ? found : fence.End;
            var sign = text.AsSpan(fence.Start, end - fence.Start).IndexOfAny('`', '~') + fence.Start;
            var language = sign;
            while (language < end && text[language] is '`' or '~')
                language++;
            while (language < end && text[language] == ' ')
                language++;
            while (language < end && !char.IsWhiteSpace(text[language]) && text[language] is not ('{' or ','))
                language++;
            Rewrite(rewriter, text, language, end);
        }
    }

    private static void Rewrite(TextRewriter rewriter, string text, int place, int end)
    {
        var hasMarks = false;
        while (place < end)
        {
            if (char.IsWhiteSpace(text[place]))
            {
                place++;
                continue;
            }

            var stop = EndOf(text, place, end);
            var option = text.AsSpan(place, stop - place);
            var isMarks = option is ['{', .. var marks, '}'] && marks.ContainsAnyInRange('0', '9') && !marks.ContainsAnyExcept(marksOfLines);
            if (option.SequenceEqual("showLineNumbers"))
                rewriter.Replace(TextSpan.FromBounds(place, stop)).Fill("lines");
            else if (isMarks ? hasMarks : !IsKnown(option) && !IsAttributes(option))
                rewriter.Replace(TextSpan.FromBounds(place, stop));
            hasMarks |= isMarks;
            place = stop;
        }
    }

    private static bool IsKnown(ReadOnlySpan<char> option)
    {
        var equals = option.IndexOf('=');
        if (equals < 0)
            return CodeOptions.IsKnown(option, hasValue: false);
        var value = option[(equals + 1)..];
        var isWhole = value is ['"', .. var quoted, '"'] ? !quoted.IsEmpty : value is ['\'', .. var single, '\''] ? !single.IsEmpty : !value.IsEmpty && value.IndexOfAny("\"'{") < 0;
        return isWhole && CodeOptions.IsKnown(option[..equals], hasValue: true);
    }

    /// <summary>Attributes of Markdown: <c>{.class #id}</c></summary>
    private static bool IsAttributes(ReadOnlySpan<char> option) => option is ['{', '.' or '#', .., '}'];

    private static int EndOf(string text, int place, int end)
    {
        var close = '\0';
        for (; place < end; place++)
        {
            if (close != '\0')
                close = text[place] == close ? '\0' : close;
            else if (text[place] is '"' or '\'' or '/')
                close = text[place];
            else if (text[place] == '{')
                close = '}';
            else if (char.IsWhiteSpace(text[place]))
                break;
        }

        return place;
    }
}
