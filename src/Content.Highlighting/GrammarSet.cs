using System.Globalization;
using TextMateSharp.Grammars;
using TextMateSharp.Registry;

namespace Content.Highlighting;

/// <summary>The grammars that TextMateSharp brings, each read when its language is first asked for. For one thread at a time.</summary>
internal sealed class GrammarSet
{
    private static readonly Lazy<Dictionary<string, string>> scopes = new(() => FindLanguages(new RegistryOptions(ThemeName.LightPlus)));

    private readonly Registry registry = new(new RegistryOptions(ThemeName.LightPlus));
    private readonly Dictionary<string, Grammar?> grammars = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The grammar of a language, as authors name it; null where there is none.</summary>
    public Grammar? Find(string language)
    {
        if (grammars.TryGetValue(language, out var known))
            return known;
        var grammar = scopes.Value.TryGetValue(language, out var scope) && registry.LoadGrammar(scope) is { } loaded ? new Grammar(loaded) : null;
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
