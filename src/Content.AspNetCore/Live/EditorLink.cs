using System.Globalization;

namespace Content.AspNetCore.Live;

/// <summary>The address that opens an editor at a place in a file.</summary>
/// <param name="template">The address with <c>{path}</c>, <c>{line}</c> and <c>{column}</c>; VS Code's where there is none.</param>
internal sealed class EditorLink(string? template)
{
    private readonly string template = string.IsNullOrWhiteSpace(template) ? "vscode://file/{path}:{line}:{column}" : template;

    /// <param name="path">Absolute, as the system writes it.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">From 1.</param>
    public string To(string path, int line, int column)
    {
        // A drive keeps its colon, which no editor expects escaped.
        var escaped = string.Join('/', path.Replace('\\', '/').Split('/').Select((segment, index) => index == 0 ? segment : Uri.EscapeDataString(segment)));
        return template
            .Replace("/{path}", "/" + escaped.TrimStart('/'), StringComparison.Ordinal)
            .Replace("{path}", escaped, StringComparison.Ordinal)
            .Replace("{line}", line.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{column}", column.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
