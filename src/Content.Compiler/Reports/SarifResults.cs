using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Reports;

/// <summary>Diagnostics as the results of a run.</summary>
internal sealed class SarifResults(ReportRequest request, bool hasBaseline)
{
    private readonly string projectDirectory = Path.GetDirectoryName(request.ProjectFile)!;
    private readonly SarifFingerprints fingerprints = new(Path.GetDirectoryName(request.ProjectFile)!);
    private readonly Dictionary<string, ArtifactAddress> addresses = new(StringComparer.Ordinal);

    public void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Code);
        json.WriteNumber("ruleIndex", SarifTool.IndexOf(diagnostic.Code));
        json.WriteString("level", SarifTool.LevelOf(diagnostic.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", diagnostic.Message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        var address = AddressOf(diagnostic.File);
        WriteArtifact(json, address);
        WriteRegion(json, "region", diagnostic.Range);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString(SarifFingerprints.Name, fingerprints.Of(diagnostic, address.Uri));
        json.WriteEndObject();
        if (hasBaseline)
            json.WriteString("baselineState", diagnostic.Suppression is { IsBaseline: true } ? "unchanged" : "new");
        WriteSuppressions(json, diagnostic.Suppression);
        if (diagnostic.Corrections.Length > 0)
            WriteFixes(json, diagnostic, address);
        json.WriteEndObject();
    }

    /// <summary>An empty list says that it is not suppressed; results without a list would say that nobody knows.</summary>
    private static void WriteSuppressions(Utf8JsonWriter json, DiagnosticSuppression? suppression)
    {
        json.WriteStartArray("suppressions");
        if (suppression is not null)
        {
            json.WriteStartObject();
            json.WriteString("kind", suppression.IsInSource ? "inSource" : "external");
            json.WriteString("status", "accepted");
            if (suppression.Reason.Length > 0)
                json.WriteString("justification", MessageText.OneLine(suppression.Reason));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFixes(Utf8JsonWriter json, Diagnostic diagnostic, ArtifactAddress address)
    {
        json.WriteStartArray("fixes");
        foreach (var correction in diagnostic.Corrections)
        {
            json.WriteStartObject();
            json.WriteStartObject("description");
            json.WriteString("text", correction.Title);
            json.WriteEndObject();
            json.WriteStartArray("artifactChanges");
            json.WriteStartObject();
            WriteArtifact(json, address);
            json.WriteStartArray("replacements");
            json.WriteStartObject();
            WriteRegion(json, "deletedRegion", correction.Range);
            json.WriteStartObject("insertedContent");
            json.WriteString("text", correction.Text);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private ArtifactAddress AddressOf(string file)
    {
        if (!addresses.TryGetValue(file, out var address))
        {
            var path = file.Length == 0 ? request.ProjectFile : Path.GetFullPath(file, projectDirectory);
            addresses.Add(file, address = ArtifactAddress.Of(path, request.SourceRoot));
        }

        return address;
    }

    private static void WriteArtifact(Utf8JsonWriter json, ArtifactAddress address)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", address.Uri);
        if (address.IsRelative)
            json.WriteString("uriBaseId", ArtifactAddress.BaseId);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, TextRange range)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", range.StartLine);
        json.WriteNumber("startColumn", range.StartColumn);
        json.WriteNumber("endLine", range.EndLine);
        json.WriteNumber("endColumn", range.EndColumn);
        json.WriteEndObject();
    }
}
