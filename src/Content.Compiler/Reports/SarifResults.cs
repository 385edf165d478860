using System.Text.Json;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Reports;

/// <summary>Diagnostics as the results of a run.</summary>
internal sealed class SarifResults(ReportRequest request)
{
    private readonly string projectDirectory = Path.GetDirectoryName(request.ProjectFile)!;
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
        WriteArtifact(json, diagnostic.File);
        WriteRegion(json, diagnostic);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteArtifact(Utf8JsonWriter json, string file)
    {
        if (!addresses.TryGetValue(file, out var address))
        {
            var path = file.Length == 0 ? request.ProjectFile : Path.GetFullPath(file, projectDirectory);
            addresses.Add(file, address = ArtifactAddress.Of(path, request.SourceRoot));
        }

        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", address.Uri);
        if (address.IsRelative)
            json.WriteString("uriBaseId", ArtifactAddress.BaseId);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", diagnostic.Range.StartLine);
        json.WriteNumber("startColumn", diagnostic.Range.StartColumn);
        json.WriteNumber("endLine", diagnostic.Range.EndLine);
        json.WriteNumber("endColumn", diagnostic.Range.EndColumn);
        json.WriteEndObject();
    }
}
