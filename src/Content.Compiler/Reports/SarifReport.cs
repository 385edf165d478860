using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Sources;

namespace Content.Compiler.Reports;

/// <summary>
/// Writes diagnostics as SARIF 2.1.0. The same diagnostics make the same bytes: no time, no duration, no absolute path of a source.
/// </summary>
public static class SarifReport
{
    /// <summary>Code hosts refuse reports with more.</summary>
    internal const int MostResults = 25_000;

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
    /// <param name="diagnostics">With the severities that they are reported with; those that are suppressed too.</param>
    /// <returns>CONTENT9002 where the report cannot be written, else null.</returns>
    public static Diagnostic? Write(ReportRequest request, IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(request);
        var sorted = diagnostics.Order().ToArray();
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(request.File)!);
            // Reason: the report is renamed into its place, which would put it where a link is instead of where the link leads to.
            var place = new FileInfo(request.File);
            var file = place.LinkTarget is null ? request.File : place.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
            if (RegularFile.IsSpecial(file))
                return InternalErrors.UnwritableReport(request.File, "It is a pipe, a socket or a device.");
            var directory = Path.GetDirectoryName(file)!;
            OutputFile.Write(directory, Path.GetFileName(file), null, stream => Write(stream, request, sorted));
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
            WriteAutomation(json, request);
            if (diagnostics.Length > MostResults)
                WriteNotification(json, diagnostics.Length - MostResults);
            json.WriteStartArray("results");
            var results = new SarifResults(request, diagnostics.Any(diagnostic => diagnostic.Suppression is { IsBaseline: true }));
            foreach (var diagnostic in Worst(diagnostics))
                results.Write(json, diagnostic);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>All of them by place; of too many the worst, and those first.</summary>
    private static IEnumerable<Diagnostic> Worst(Diagnostic[] sorted) => sorted.Length <= MostResults
        ? sorted
        : sorted.OrderBy(diagnostic => diagnostic.Suppression is not null).ThenByDescending(diagnostic => diagnostic.Severity).Take(MostResults);

    /// <summary>By this name code hosts replace the results of the last run: that of the same project and framework, and no other.</summary>
    private static void WriteAutomation(Utf8JsonWriter json, ReportRequest request)
    {
        var project = Path.ChangeExtension(ArtifactAddress.RelativePath(request.ProjectFile, request.SourceRoot) ?? Path.GetFileName(request.ProjectFile), null);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", request.TargetFramework.Length == 0 ? $"content/{project}/" : $"content/{project}/{request.TargetFramework}/");
        json.WriteEndObject();
    }

    private static void WriteNotification(Utf8JsonWriter json, int leftOut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        json.WriteStartObject();
        json.WriteString("level", "warning");
        json.WriteStartObject("message");
        json.WriteString("text", string.Create(
            CultureInfo.InvariantCulture,
            $"{leftOut} results are left out: a report holds at most {MostResults}, the worst first. The log of the build has them all."));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
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
