using System.Reflection;
using System.Text.Json;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Reports;

/// <summary>The compiler as SARIF describes it: its name, its version, and every code as a rule with its page as help.</summary>
internal static class SarifTool
{
    private static readonly Dictionary<string, int> indexes =
        DiagnosticCatalog.All.Select((descriptor, index) => (descriptor.Code, index)).ToDictionary(StringComparer.Ordinal);

    private static readonly string version = ReadVersion();

    /// <summary>The place of a code among the rules.</summary>
    public static int IndexOf(string code) => indexes[code];

    /// <summary>A severity as SARIF calls it.</summary>
    public static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "note",
        _ => "none",
    };

    public static void Write(Utf8JsonWriter json, ReportRequest request)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Content");
        json.WriteString("version", version);
        json.WriteString("semanticVersion", version);
        json.WriteString("language", "en-US");
        json.WriteStartArray("rules");
        foreach (var descriptor in DiagnosticCatalog.All)
            WriteRule(json, descriptor, request);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, DiagnosticDescriptor rule, ReportRequest request)
    {
        var page = request.Page(rule.Code) is { } text ? RulePage.Parse(text) : null;
        json.WriteStartObject();
        json.WriteString("id", rule.Code);
        WriteText(json, "shortDescription", rule.Title);
        if (page is not null)
        {
            WriteText(json, "fullDescription", page.Summary.Length > 0 ? page.Summary : rule.Title);
            json.WriteStartObject("help");
            json.WriteString("text", page.Markdown);
            json.WriteString("markdown", page.Markdown);
            json.WriteEndObject();
        }

        if (request.PageAddress(rule.Code) is { } address)
            json.WriteString("helpUri", address);
        json.WriteStartObject("defaultConfiguration");
        if (rule.DefaultSeverity == DiagnosticSeverity.None)
            json.WriteBoolean("enabled", false);
        json.WriteString("level", LevelOf(rule.DefaultSeverity));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    /// <summary>Without the commit that the SDK puts after a <c>+</c>.</summary>
    private static string ReadVersion()
    {
        var informational = typeof(SarifTool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return informational.Split('+')[0];
    }
}
