using TextMateSharp.Grammars;

namespace Content.Highlighting;

/// <summary>
/// Cuts code into coloured pieces by TextMate grammars, as VS Code does. Knows nothing of the compiler, which loads this assembly only where code is coloured,
/// and speaks to it in terms of the framework alone. Safe to use from several threads at once.
/// </summary>
public sealed class CodeHighlighter
{
    /// <summary>No line that a person reads is longer; grammars take time that grows faster than the line.</summary>
    private const int LongestLine = 4_000;

    /// <summary>Likewise of a block.</summary>
    private const int LongestBlock = 256 * 1024;

    /// <summary>To read the grammars once more costs as much as to colour some hundred blocks.</summary>
    private const int BlocksForAnother = 1_000;

    /// <summary>Grammars have expressions that can take for ever on a text made for that: the counts above do not see those.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(2);

    private static readonly WeakReference<CodeHighlighter?> shared = new(null);

    private readonly Stack<GrammarSet> idle = [];
    private int sets;
    private int blocks;

    private CodeHighlighter()
    {
    }

    /// <summary>
    /// Gives a function from a language and lines of code to their pieces: for each line where a piece ends, and the classes that it has, from the outer to the inner
    /// one, with a space between. Null where the language has no grammar; an empty list where the code is too much for it. All who hold one share what it has read.
    /// </summary>
    public static Func<string, IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<(int End, string Classes)>>?> Create()
    {
        lock (shared)
        {
            if (!shared.TryGetTarget(out var highlighter))
                shared.SetTarget(highlighter = new CodeHighlighter());
            return highlighter.Highlight;
        }
    }

    private List<IReadOnlyList<(int End, string Classes)>>? Highlight(string language, IReadOnlyList<string> lines)
    {
        var set = Rent();
        try
        {
            return set.Find(language) is { } grammar ? Highlight(grammar, lines) : null;
        }
        finally
        {
            Return(set);
        }
    }

    private static List<IReadOnlyList<(int End, string Classes)>> Highlight(Grammar grammar, IReadOnlyList<string> lines)
    {
        var found = new List<IReadOnlyList<(int, string)>>(lines.Count);
        var length = 0;
        var until = TimeProvider.System.GetTimestamp();
        IStateStack? state = null;
        foreach (var line in lines)
        {
            length += line.Length;
            if (line.Length > LongestLine || length > LongestBlock)
                return [];
            (var pieces, state) = grammar.Cut(line, state, longest);
            if (TimeProvider.System.GetElapsedTime(until) > longest)
                return [];
            found.Add(pieces);
        }

        return found;
    }

    /// <summary>Grammars for one thread: waits for those of another, until so much is coloured that more of them are worth their time.</summary>
    private GrammarSet Rent()
    {
        lock (idle)
        {
            blocks++;
            while (idle.Count == 0)
            {
                if (sets * BlocksForAnother < blocks)
                {
                    sets++;
                    break;
                }

                Monitor.Wait(idle);
            }

            if (idle.TryPop(out var set))
                return set;
        }

        return new GrammarSet();
    }

    private void Return(GrammarSet set)
    {
        lock (idle)
        {
            idle.Push(set);
            Monitor.Pulse(idle);
        }
    }
}
