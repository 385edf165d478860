using System.Globalization;
using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace Content.Highlighting;

/// <summary>
/// Cuts code into coloured pieces by TextMate grammars, as VS Code does. Knows nothing of the compiler, which loads this assembly only where code is coloured,
/// and speaks to it in terms of the framework alone. For one thread at a time.
/// </summary>
public sealed class CodeHighlighter
{
    /// <summary>No line that a person reads is longer; grammars take time that grows faster than the line.</summary>
    private const int LongestLine = 4_000;

    /// <summary>Likewise of a block.</summary>
    private const int LongestBlock = 256 * 1024;

    /// <summary>Grammars have expressions that can take for ever on a text made for that: the counts above do not see those.</summary>
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(2);

    private readonly RegistryOptions options = new(ThemeName.LightPlus);
    private readonly Registry registry;
    private readonly Dictionary<string, IGrammar?> grammars = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> scopes;
    private readonly Dictionary<string, string?> classes = new(StringComparer.Ordinal);

    private CodeHighlighter()
    {
        registry = new Registry(options);
        scopes = FindLanguages(options);
    }

    /// <summary>
    /// Makes a function from a language and lines of code to their pieces: for each line where a piece ends, and the classes that it has, from the outer to the inner
    /// one, with a space between. Null where the language has no grammar; an empty list where the code is too much for it.
    /// </summary>
    public static Func<string, IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<(int End, string Classes)>>?> Create() => new CodeHighlighter().Highlight;

    private List<IReadOnlyList<(int End, string Classes)>>? Highlight(string language, IReadOnlyList<string> lines)
    {
        if (FindGrammar(language) is not { } grammar)
            return null;
        var found = new List<IReadOnlyList<(int, string)>>(lines.Count);
        var length = 0;
        var until = TimeProvider.System.GetTimestamp();
        IStateStack? state = null;
        foreach (var line in lines)
        {
            length += line.Length;
            if (line.Length > LongestLine || length > LongestBlock)
                return [];
            var result = grammar.TokenizeLine(line, state, longest);
            if (TimeProvider.System.GetElapsedTime(until) > longest)
                return [];
            state = result.RuleStack;
            found.Add(Pieces(line.Length, result.Tokens));
        }

        return found;
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

    private IGrammar? FindGrammar(string language)
    {
        if (grammars.TryGetValue(language, out var known))
            return known;
        var grammar = scopes.TryGetValue(language, out var scope) ? registry.LoadGrammar(scope) : null;
        grammars.Add(language, grammar);
        return grammar;
    }

    /// <summary>Languages by the names that authors give them: their id, their aliases, the extensions of their files.</summary>
    private static Dictionary<string, string> FindLanguages(RegistryOptions options)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var languages = options.GetAvailableLanguages();
        foreach (var language in languages)
            Add(language.Id, language.Id);
        foreach (var language in languages)
        {
            foreach (var alias in language.Aliases ?? [])
                Add(alias.ToLower(CultureInfo.InvariantCulture), language.Id);
        }

        foreach (var language in languages)
        {
            foreach (var extension in language.Extensions ?? [])
                Add(extension.TrimStart('.'), language.Id);
        }

        Add("shell", "shellscript");
        Add("pwsh", "powershell");
        Add("c#", "csharp");
        Add("f#", "fsharp");
        Add("vbnet", "vb");
        Add("cshtml", "razor");
        Add("jsonc", "json");
        Add("patch", "diff");
        return found;

        void Add(string name, string id)
        {
            if (options.GetScopeByLanguageId(id) is { Length: > 0 } scope)
                found.TryAdd(name, scope);
        }
    }
}
