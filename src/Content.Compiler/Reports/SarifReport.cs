using System.Text.Encodings.Web;
using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;

namespace Content.Compiler.Reports;

/// <summary>
/// Writes diagnostics as SARIF 2.1.0. The same diagnostics make the same bytes: no time, no duration, no absolute path of a source.
/// </summary>
public static class SarifReport
{
    private static readonly JsonWriterOptions format = new()
    {
        Indented = true,
        NewLine = "\n",
        // Reason: the file is UTF-8 and is read by people as well; it is never put into HTML as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Writes the report whole or not at all, and not where it would be the same. Builds for several frameworks may do so at the same time.
    /// </summary>
    /// <param name="request">Where to, and what else.</param>
    /// <param name="diagnostics">With the severities that they are reported with.</param>
    /// <returns>CONTENT9002 where the report cannot be written, else null.</returns>
    public static Diagnostic? Write(ReportRequest request, IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sorted = diagnostics.Order().ToArray();
        try
        {
            var directory = Path.GetDirectoryName(request.File)!;
            Directory.CreateDirectory(directory);
            OutputFile.Write(directory, Path.GetFileName(request.File), null, stream => Write(stream, request, sorted));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return InternalErrors.UnwritableReport(request.File, failure.Message);
        }
    }

    private static void Write(Stream stream, ReportRequest request, Diagnostic[] diagnostics)
    {
        using (var json = new Utf8JsonWriter(stream, format))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            SarifTool.Write(json, request);
            WriteBase(json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteStartArray("results");
            var results = new SarifResults(request);
            foreach (var diagnostic in diagnostics)
                results.Write(json, diagnostic);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>What the base is, and not where: that differs from machine to machine.</summary>
    private static void WriteBase(Utf8JsonWriter json)
    {
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(ArtifactAddress.BaseId);
        json.WriteStartObject("description");
        json.WriteString("text", "The root of the repository, or the project's folder where there is no repository.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
