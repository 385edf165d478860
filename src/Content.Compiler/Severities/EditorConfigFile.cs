using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Severities;

/// <summary>An <c>.editorconfig</c> or <c>.globalconfig</c>, as far as it sets severities of this compiler. Whatever else is in it is others' business.</summary>
internal sealed record EditorConfigFile
{
    private const string DiagnosticPrefix = "dotnet_diagnostic.";
    private const string SeveritySuffix = ".severity";
    private const string CategoryKey = "dotnet_analyzer_diagnostic.category-content.severity";

    /// <summary>As .NET's analyzers name severities.</summary>
    public static readonly string[] SeverityNames = ["error", "warning", "suggestion", "silent", "none", "default"];

    /// <summary>The file as diagnostics name it.</summary>
    public required string File { get; init; }

    /// <summary>The folder that it is in, absolute, with <c>/</c> and without one at the end.</summary>
    public required string Folder { get; init; }

    /// <summary>Whether files further up do not count.</summary>
    public bool IsRoot { get; private init; }

    /// <summary>Whether it is for the whole project, wherever it lies.</summary>
    public bool IsGlobal { get; private init; }

    /// <summary>Of two global files the one with the higher level wins.</summary>
    public int Level { get; private init; }

    /// <summary>In the order of the file; the last that matches wins.</summary>
    public ImmutableArray<EditorConfigSection> Sections { get; private init; } = [];

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private init; } = [];

    /// <summary>Whether it sets a severity of ours at all.</summary>
    public bool IsOfInterest => Sections.Any(section => !section.Settings.IsEmpty);

    /// <summary>Reads the file. Lines that are not EditorConfig's are left alone, as editors leave them.</summary>
    public static EditorConfigFile Parse(SourceText source, string folder, bool isGlobalByName)
    {
        var reader = new Reader(source, isGlobalByName);
        reader.Run();
        return new EditorConfigFile
        {
            File = source.File,
            Folder = folder,
            IsRoot = reader.IsRoot,
            IsGlobal = reader.IsGlobal,
            Level = reader.Level ?? (isGlobalByName ? 100 : 0),
            Sections = reader.Sections.ToImmutable(),
            Diagnostics = [.. reader.Diagnostics],
        };
    }

    /// <summary>One that says nothing but what keeps it from being read.</summary>
    public static EditorConfigFile Unreadable(string file, string folder, Diagnostic failure) => new() { File = file, Folder = folder, Diagnostics = [failure] };

    private sealed class Reader(SourceText source, bool isGlobalByName)
    {
        private ImmutableArray<EditorConfigSetting>.Builder settings = ImmutableArray.CreateBuilder<EditorConfigSetting>();
        private string? section;
        private TextSpan sectionSpan;

        public bool IsRoot { get; private set; }

        public bool IsGlobal { get; private set; } = isGlobalByName;

        public int? Level { get; private set; }

        public ImmutableArray<EditorConfigSection>.Builder Sections { get; } = ImmutableArray.CreateBuilder<EditorConfigSection>();

        public List<Diagnostic> Diagnostics { get; } = [];

        public void Run()
        {
            var text = source.Text;
            for (var start = 0; start < text.Length;)
            {
                var length = text.AsSpan(start).IndexOfAny('\n', '\r');
                var end = length < 0 ? text.Length : start + length;
                Line(start, end);
                start = end + 1;
            }

            CloseSection();
        }

        private void Line(int start, int end)
        {
            var text = source.Text;
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            if (start == end || text[start] is '#' or ';')
                return;
            if (SectionEnd(start, end) is var close and > 0)
            {
                CloseSection();
                section = text[(start + 1)..close];
                sectionSpan = TextSpan.FromBounds(start, close + 1);
                return;
            }

            var equals = text.AsSpan(start, end - start).IndexOfAny('=', ':');
            var key = (equals < 0 ? text[start..end] : text[start..(start + equals)]).Trim().ToLowerInvariant();
            if (equals < 0)
            {
                if (key.StartsWith(DiagnosticPrefix + "content", StringComparison.Ordinal) || key.StartsWith(CategoryKey, StringComparison.Ordinal))
                    Diagnostics.Add(EditorConfigErrors.NoSetting(source.File, source.GetRange(TextSpan.FromBounds(start, end)), text[start..end]));
                return;
            }

            var valueStart = start + equals + 1;
            while (valueStart < end && char.IsWhiteSpace(text[valueStart]))
                valueStart++;
            var valueEnd = valueStart;
            // What stands behind a blank and '#' or ';' is a comment for most readers, .NET's included.
            while (valueEnd < end && !(text[valueEnd] is '#' or ';' && char.IsWhiteSpace(text[valueEnd - 1])))
                valueEnd++;
            while (valueEnd > valueStart && char.IsWhiteSpace(text[valueEnd - 1]))
                valueEnd--;
            Setting(key, TextSpan.FromBounds(start, start + equals), text[valueStart..valueEnd], TextSpan.FromBounds(valueStart, valueEnd));
        }

        /// <summary>Where the bracket is that closes the name of a section, behind which a comment may stand; -1 where the line is no section.</summary>
        private int SectionEnd(int start, int end)
        {
            var line = source.Text.AsSpan(start, end - start);
            for (var close = line.LastIndexOf(']'); line[0] == '[' && close > 0; close = line[..close].LastIndexOf(']'))
            {
                var rest = line[(close + 1)..].TrimStart();
                if (rest.IsEmpty || rest[0] is '#' or ';')
                    return start + close;
            }

            return -1;
        }

        private void Setting(string key, TextSpan keySpan, string value, TextSpan valueSpan)
        {
            if (section is null)
            {
                switch (key)
                {
                    case "root":
                        IsRoot = value.Equals("true", StringComparison.OrdinalIgnoreCase);
                        return;
                    case "is_global":
                        IsGlobal |= value.Equals("true", StringComparison.OrdinalIgnoreCase);
                        return;
                    case "global_level":
                        Level = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level) ? level : Level;
                        return;
                }
            }

            string? code = null;
            if (key.StartsWith(DiagnosticPrefix, StringComparison.Ordinal) && key.EndsWith(SeveritySuffix, StringComparison.Ordinal)
                && key.Length > DiagnosticPrefix.Length + SeveritySuffix.Length)
            {
                code = key[DiagnosticPrefix.Length..^SeveritySuffix.Length].ToUpperInvariant();
                if (!code.StartsWith("CONTENT", StringComparison.Ordinal))
                    return;
                var codeStart = keySpan.Start + source.Text.AsSpan(keySpan.Start, keySpan.Length).IndexOf(code, StringComparison.OrdinalIgnoreCase);
                var codeRange = source.GetRange(new TextSpan(codeStart, code.Length));
                if (DiagnosticCatalog.Find(code) is null)
                {
                    Diagnostics.Add(EditorConfigErrors.NoSuchCode(source.File, codeRange, code));
                    return;
                }

                if (DiagnosticCatalog.IsUnalterable(code))
                {
                    Diagnostics.Add(EditorConfigErrors.Unalterable(source.File, codeRange, code));
                    return;
                }
            }
            else if (key != CategoryKey)
            {
                return;
            }

            if (!TryRead(value, out var severity))
                Diagnostics.Add(EditorConfigErrors.NoSuchSeverity(source.File, source.GetRange(valueSpan), source.Text[keySpan.Start..keySpan.End].Trim(), value));
            else
                settings.Add(new EditorConfigSetting(code, severity, source.GetRange(keySpan)));
        }

        private static bool TryRead(string value, out DiagnosticSeverity? severity)
        {
            severity = value.ToLowerInvariant() switch
            {
                "error" => DiagnosticSeverity.Error,
                "warning" => DiagnosticSeverity.Warning,
                "suggestion" => DiagnosticSeverity.Info,
                "silent" or "refactoring" or "none" => DiagnosticSeverity.None,
                _ => null,
            };
            return severity is not null || value.Equals("default", StringComparison.OrdinalIgnoreCase);
        }

        private void CloseSection()
        {
            if (settings.Count > 0)
            {
                // What stands above the first section is for the whole project in a global file, and for nobody in another.
                if (section is null && IsGlobal)
                    Sections.Add(new EditorConfigSection(null, null, settings.ToImmutable()));
                else if (section is not null && EditorConfigGlob.Parse(section) is { } glob)
                    Sections.Add(new EditorConfigSection(section, glob, settings.ToImmutable()));
                else if (section is not null)
                    Diagnostics.Add(EditorConfigErrors.BrokenSection(source.File, source.GetRange(sectionSpan), section));
            }

            settings = ImmutableArray.CreateBuilder<EditorConfigSetting>();
        }
    }
}

/// <summary>A section with the severities that it sets.</summary>
/// <param name="Name">As written; null above the first section of a global file.</param>
/// <param name="Glob">What it matches; null likewise.</param>
/// <param name="Settings">In the order of the file.</param>
internal sealed record EditorConfigSection(string? Name, EditorConfigGlob? Glob, ImmutableArray<EditorConfigSetting> Settings);

/// <summary>A severity that a section sets.</summary>
/// <param name="Code">Of which code; null for all of them.</param>
/// <param name="Severity">Null for the one that the code has by itself.</param>
/// <param name="Range">The key.</param>
internal sealed record EditorConfigSetting(string? Code, DiagnosticSeverity? Severity, TextRange Range);
