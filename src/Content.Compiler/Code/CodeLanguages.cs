namespace Content.Compiler.Code;

/// <summary>What is known of the languages of code blocks besides their grammar.</summary>
internal static class CodeLanguages
{
    private static readonly Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["csharp"] = "C#", ["cs"] = "C#", ["c#"] = "C#", ["fsharp"] = "F#", ["fs"] = "F#", ["f#"] = "F#", ["vb"] = "Visual Basic", ["cpp"] = "C++", ["c"] = "C",
        ["js"] = "JavaScript", ["javascript"] = "JavaScript", ["ts"] = "TypeScript", ["typescript"] = "TypeScript", ["html"] = "HTML", ["css"] = "CSS", ["xml"] = "XML",
        ["json"] = "JSON", ["jsonc"] = "JSON", ["yaml"] = "YAML", ["yml"] = "YAML", ["toml"] = "TOML", ["sql"] = "SQL", ["sh"] = "Shell", ["bash"] = "Bash", ["shell"] = "Shell",
        ["powershell"] = "PowerShell", ["pwsh"] = "PowerShell", ["ps1"] = "PowerShell", ["py"] = "Python", ["python"] = "Python", ["rust"] = "Rust", ["rs"] = "Rust",
        ["go"] = "Go", ["java"] = "Java", ["md"] = "Markdown", ["markdown"] = "Markdown", ["razor"] = "Razor", ["cshtml"] = "Razor", ["diff"] = "Diff", ["php"] = "PHP", ["ruby"] = "Ruby",
        ["console"] = "Console", ["text"] = "Text", ["dockerfile"] = "Dockerfile", ["ini"] = "INI", ["http"] = "HTTP",
    };

    private static readonly HashSet<string> plain = new(StringComparer.OrdinalIgnoreCase)
    {
        "text", "txt", "plain", "plaintext", "console", "output", "none", "terminal", "log", "ascii",
    };

    /// <summary>The name as readers know it; as the author wrote it where it is not a known one.</summary>
    public static string NameOf(string language) => names.GetValueOrDefault(language, language);

    /// <summary>Whether it is text on purpose, without colours.</summary>
    public static bool IsPlain(string language) => plain.Contains(language);
}
