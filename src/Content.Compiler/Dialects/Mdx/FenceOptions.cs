using System.Buffers;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>What stands behind the language of a code block: what is known elsewhere stays, and what only the other tool's own view of code knows is left out.</summary>
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
            while (language < end && !char.IsWhiteSpace(text[language]) && text[language] != '{')
                language++;
            Rewrite(rewriter, text, language, end);
        }
    }

    private static void Rewrite(TextRewriter rewriter, string text, int place, int end)
    {
        while (place < end)
        {
            if (char.IsWhiteSpace(text[place]))
            {
                place++;
                continue;
            }

            var stop = EndOf(text, place, end);
            var option = text.AsSpan(place, stop - place);
            if (option.SequenceEqual("showLineNumbers"))
                rewriter.Replace(TextSpan.FromBounds(place, stop)).Fill("lines");
            else if (!IsKnown(option))
                rewriter.Replace(TextSpan.FromBounds(place, stop));
            place = stop;
        }
    }

    private static bool IsKnown(ReadOnlySpan<char> option) => option.StartsWith("title=") || (option is ['{', .. var marks, '}'] && !marks.ContainsAnyExcept(marksOfLines))
        || option is "lines" or "diff" || option.StartsWith("file=") || option.StartsWith("region=") || option.StartsWith("member=");

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
