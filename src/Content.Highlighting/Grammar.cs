using TextMateSharp.Grammars;

namespace Content.Highlighting;

/// <summary>A grammar that cuts lines. A line that it has seen in the same state is not looked at again. For one thread at a time.</summary>
internal sealed class Grammar(IGrammar grammar)
{
    /// <summary>More are not kept: a site's lines repeat within a page and its neighbours.</summary>
    private const int MostKept = 20_000;

    private readonly Dictionary<string, string?> classes = new(StringComparer.Ordinal);

    private readonly Dictionary<(IStateStack? State, string Line), (List<(int End, string Classes)> Pieces, IStateStack State)> seen = [];

    /// <summary>The pieces of a line, and the state in which it leaves the next.</summary>
    public (List<(int End, string Classes)> Pieces, IStateStack State) Cut(string line, IStateStack? state, TimeSpan longest)
    {
        if (seen.TryGetValue((state, line), out var known))
            return known;
        var start = TimeProvider.System.GetTimestamp();
        var result = grammar.TokenizeLine(line, state, longest);
        known = (Pieces(line.Length, result.Tokens), result.RuleStack);
        // What took too long was not cut to its end.
        if (seen.Count < MostKept && TimeProvider.System.GetElapsedTime(start) < longest)
            seen.Add((state, line), known);
        return known;
    }

    private List<(int End, string Classes)> Pieces(int length, IToken[] tokens)
    {
        var pieces = new List<(int End, string Classes)>(tokens.Length);
        foreach (var token in tokens)
        {
            var end = Math.Min(token.EndIndex, length);
            if (end <= (pieces.Count == 0 ? 0 : pieces[^1].End))
                continue;
            var classNames = ClassesOf(token.Scopes);
            if (pieces.Count > 0 && pieces[^1].Classes == classNames)
                pieces[^1] = (end, classNames);
            else
                pieces.Add((end, classNames));
        }

        return pieces;
    }

    private string ClassesOf(List<string> names)
    {
        var found = "";
        var last = "";
        foreach (var name in names)
        {
            if (!classes.TryGetValue(name, out var own))
                classes.Add(name, own = ScopeClasses.Of(name));
            if (own is null || own == last)
                continue;
            found = found.Length == 0 ? own : found + " " + own;
            last = own;
        }

        return found;
    }
}
