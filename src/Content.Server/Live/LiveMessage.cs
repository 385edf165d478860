using System.Collections.Immutable;
using System.Text.Json;
using Content.Compiler.Diagnostics;

namespace Content.Server.Live;

/// <summary>What the server tells a program: one line of JSON each. The other end is <c>ContentLive</c> of Content.Runtime.</summary>
internal static class LiveMessage
{
    /// <summary>There is a new state of the catalog.</summary>
    /// <param name="file">The compiled catalog without its bodies, absolute.</param>
    /// <param name="bodies">The files that hold the bodies, absolute; a file of one name never changes.</param>
    public static byte[] State(string file, IReadOnlyList<string> bodies) => Line(json =>
    {
        json.WriteString("state", file);
        json.WriteStartArray("bodies");
        foreach (var segment in bodies)
            json.WriteStringValue(segment);
        json.WriteEndArray();
    });

    /// <summary>Something that concerns no article, for the terminal.</summary>
    public static byte[] Note(string text) => Line(json => json.WriteString("note", text));

    /// <summary>Everything that is wrong now.</summary>
    /// <param name="projectDirectory">Absolute.</param>
    /// <param name="helpDirectory">Where the pages of the codes are, absolute; empty where there are none.</param>
    /// <param name="diagnostics">As a build reports them.</param>
    public static byte[] Diagnostics(string projectDirectory, string helpDirectory, ImmutableArray<Diagnostic> diagnostics) => Line(json =>
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "info",
            });
            json.WriteString("file", diagnostic.File);
            json.WriteString("path", diagnostic.File.Length == 0 ? "" : Path.GetFullPath(diagnostic.File, projectDirectory));
            json.WriteNumber("line", diagnostic.Range.StartLine);
            json.WriteNumber("column", diagnostic.Range.StartColumn);
            json.WriteNumber("endLine", diagnostic.Range.EndLine);
            json.WriteNumber("endColumn", diagnostic.Range.EndColumn);
            json.WriteString("message", diagnostic.Message);
            var page = helpDirectory.Length == 0 ? "" : Path.Combine(helpDirectory, diagnostic.Code + ".md");
            json.WriteString("help", File.Exists(page) ? page : "");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static byte[] Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        // JSON written so has no line break in it.
        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
