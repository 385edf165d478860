using System.Buffers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>One pass over one text.</summary>
internal ref struct TextCount(MarkdownDocument document, LeafBlock leaf, WorkBudget budget)
{
    private const string OpenMarks = "marks of emphasis or brackets in one paragraph";
    private const string OpenTitles = "links in one paragraph whose titles do not end";
    private const string OpenCode = "backticks in one paragraph that open code and do not close it";
    private const string Cells = "cells that are missing from the rows of a table";

    /// <summary>An inline goes down all open marks, and is on its way up when emphasis is looked for.</summary>
    private const int StepsOfMark = 1;

    /// <summary>What an empty cell costs that a table is filled up with.</summary>
    private const int StepsOfCell = 300;

    /// <summary>By the standard.</summary>
    private const int LongestLabel = 1000;

    private static readonly SearchValues<char> marks = SearchValues.Create("*_~^=+\":[]`\\|!<&${\n");
    private static readonly SearchValues<char> white = SearchValues.Create(" \t\n");
    private static readonly SearchValues<char> endsWord = SearchValues.Create(" \t\r\n()<\\");
    private static readonly SearchValues<char> closing = SearchValues.Create(")");

    private readonly ReadOnlySpan<char> text = leaf.Lines.ToString();
    private readonly int offset = leaf.Lines.Lines[0].Slice.Start;
    private int emphasis;
    private int emphasisAtOpen = -1;
    private int brackets;
    private int spaceAhead = -1;
    private int closeAhead = -1;
    private int pipes;
    private int mostPipes;
    private long rows;
    private long allPipes;

    public void Run()
    {
        for (var index = 0; index < text.Length;)
        {
            var found = text[index..].IndexOfAny(marks);
            if (found < 0)
                break;
            index = Take(index + found);
        }

        EndLine();
        budget.Spend(Math.Max(0, (rows * mostPipes) - allPipes) * StepsOfCell, offset, Cells);
    }

    /// <summary>Takes what stands there and gives what comes next.</summary>
    private int Take(int index)
    {
        var mark = text[index];
        if (mark == '\\')
            return Math.Min(index + 2, text.Length);
        var length = text[index..].IndexOfAnyExcept(mark);
        var next = length < 0 ? text.Length : index + length;
        Spend(emphasis + brackets, 2);
        switch (mark)
        {
            case '*' or '~' or '^' or '_' when IsFlanking(index, next):
            case '=' or '+' or '"' or ':' when next - index > 1 && IsFlanking(index, next):
                emphasis++;
                break;
            case '[' when EndOfNote(next) is var note and > 0:
                return note;
            case '[':
                brackets += next - index;
                emphasisAtOpen = emphasis;
                Spend(brackets, next - index);
                break;
            case ']':
                Spend(brackets, 3 * (next - index));
                brackets = Math.Max(0, brackets - (next - index));
                EndLink(next);
                return Close(next);
            case '`':
                return EndOfCode(index, next);
            case '|':
                pipes += next - index;
                break;
            case '\n':
                EndLine();
                break;
        }

        return next;
    }

    /// <summary>Marks between spaces are none, and an underscore within a word is not either.</summary>
    private readonly bool IsFlanking(int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end == text.Length ? ' ' : text[end];
        var isWithinWord = text[start] == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after);
        return !isWithinWord && !(char.IsWhiteSpace(before) && char.IsWhiteSpace(after));
    }

    /// <summary>Past a footnote's mark that has its footnote; 0 where there is none.</summary>
    private readonly int EndOfNote(int start) => start < text.Length && text[start] == '^' ? EndOfDefined(start) : 0;

    /// <summary>Past the label that starts there, if it is defined; 0 if it is not.</summary>
    private readonly int EndOfDefined(int start)
    {
        var label = text[start..];
        var end = label[..Math.Min(label.Length, LongestLabel)].IndexOfAny('[', ']');
        return end > 0 && label[end] == ']' && document.ContainsLinkReferenceDefinition(label[..end].ToString()) ? start + end + 1 : 0;
    }

    /// <summary>A link takes the emphasis in it along. Counted for links that are so for certain: around no other, and with a destination that is one word.</summary>
    private void EndLink(int next)
    {
        if (emphasisAtOpen >= 0 && next < text.Length && text[next] == '(')
        {
            var end = text[(next + 1)..].IndexOfAny(endsWord);
            if (end >= 0 && text[next + 1 + end] == ')')
                emphasis = emphasisAtOpen;
        }

        emphasisAtOpen = -1;
    }

    /// <summary>
    /// What stands after a closing bracket. A reference whose definition is missing stays open; a title in parentheses is looked for up to the next
    /// that closes.
    /// </summary>
    private int Close(int next)
    {
        if (next + 1 >= text.Length)
            return next;
        if (text[next] == '[' && text[next + 1] != ']')
        {
            if (EndOfDefined(next + 1) is var defined and > 0)
                return defined;
            brackets++;
        }
        else if (text[next] == '(')
        {
            spaceAhead = Ahead(spaceAhead, next + 2, white);
            var title = spaceAhead;
            while (title < text.Length && char.IsWhiteSpace(text[title]))
                title++;
            if (title < text.Length && text[title] == '(')
            {
                closeAhead = Ahead(closeAhead, title, closing);
                budget.Spend(3L * (closeAhead - title), offset, OpenTitles);
            }
        }

        return next;
    }

    private readonly void Spend(long depth, int times) => budget.Spend(depth * times * StepsOfMark, offset, OpenMarks);

    /// <summary>Where the next of <paramref name="sought"/> stands from <paramref name="from"/> on, if it is not the one that is known.</summary>
    private readonly int Ahead(int known, int from, SearchValues<char> sought)
    {
        if (from >= text.Length)
            return text.Length;
        if (known >= from)
            return known;
        var found = text[from..].IndexOfAny(sought);
        return found < 0 ? text.Length : from + found;
    }

    /// <summary>Past the code that opens there, if its end is not far.</summary>
    private readonly int EndOfCode(int start, int next)
    {
        var length = next - start;
        var from = next;
        for (var tries = 0; tries < 32; tries++)
        {
            var found = text[from..].IndexOf('`');
            if (found < 0)
                break;
            var open = from + found;
            var run = text[open..].IndexOfAnyExcept('`');
            from = run < 0 ? text.Length : open + run;
            if (from - open == length)
                return from;
        }

        budget.Spend((text.Length - next) / 8, offset, OpenCode);
        return next;
    }

    private void EndLine()
    {
        if (pipes > 0)
        {
            rows++;
            allPipes += pipes;
            mostPipes = Math.Max(mostPipes, pipes);
        }

        pipes = 0;
    }
}
