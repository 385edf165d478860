using System.Text.Json;

namespace Content.Compiler.Workspaces;

/// <summary>
/// What a program needs to follow its articles while it runs: which compiler to start and where to find it, and what that compiler is to compile.
/// The build writes it beside the assembly as JSON. It names folders of this machine, so it is never published.
/// </summary>
/// <param name="Host">The <c>dotnet</c> to start the server with, absolute.</param>
/// <param name="Server">The server's assembly, absolute: the very compiler of the build.</param>
/// <param name="Channel">The name of the pipe over which the server of this project and this compiler is reached.</param>
/// <param name="Request">What the build compiled.</param>
/// <param name="HasFixedDate">Whether the project fixes the date that publishing dates are held against; if not, it is today.</param>
/// <param name="HelpDirectory">Where the pages of the codes are, absolute; empty where there are none.</param>
public sealed record LiveProject(string Host, string Server, string Channel, CompilationRequest Request, bool HasFixedDate, string HelpDirectory)
{
    private const string Date = "yyyy-MM-dd";

    /// <summary>What the project wants done with warnings: an editor shows them as a build does.</summary>
    public WarningProperties Warnings { get; init; } = new(false, "", "", "");

    /// <summary>The JSON, the same bytes for the same project.</summary>
    public byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("host", Host);
            json.WriteString("server", Server);
            json.WriteString("channel", Channel);
            json.WriteString("help", HelpDirectory);
            json.WriteString("project", Request.ProjectDirectory);
            json.WriteString("configuration", Request.ConfigurationFile);
            json.WriteBoolean("configurationIsRequired", Request.ConfigurationIsRequired);
            json.WriteString("root", Request.Root);
            json.WriteString("output", Request.OutputDirectory);
            json.WriteString("namespace", Request.Namespace);
            json.WriteString("catalog", Request.CatalogName);
            json.WriteString("assets", Request.AssetBase);
            json.WriteString("assembly", Request.AssemblyName);
            json.WriteBoolean("warningsAreErrors", Warnings.AreErrors);
            json.WriteString("warningsAsErrors", Warnings.AsErrors);
            json.WriteString("warningsNotAsErrors", Warnings.NotAsErrors);
            json.WriteString("noWarn", Warnings.Silenced);
            json.WriteStartArray("analyzerConfigs");
            foreach (var file in Request.AnalyzerConfigFiles)
                json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteStartArray("pages");
            foreach (var file in Request.PageFiles)
                json.WriteStringValue(file);
            json.WriteEndArray();
            json.WriteString("history", Request.HistoryFile);
            json.WriteBoolean("public", Request.IsPublic);
            json.WriteBoolean("unpublished", Request.IncludeUnpublished);
            if (HasFixedDate)
                json.WriteString("date", Request.BuildDate.ToString(Date, System.Globalization.CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="today">The date where the project fixes none.</param>
    /// <param name="cores">The most threads to use.</param>
    /// <exception cref="InvalidDataException">It is damaged, or of another version.</exception>
    public static LiveProject FromJson(ReadOnlyMemory<byte> json, DateOnly today, int cores)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var hasDate = root.TryGetProperty("date", out var date);
            var request = new CompilationRequest
            {
                ProjectDirectory = Text(root, "project"),
                ConfigurationFile = Text(root, "configuration"),
                ConfigurationIsRequired = root.GetProperty("configurationIsRequired").GetBoolean(),
                Root = root.GetProperty("root").GetString(),
                OutputDirectory = Text(root, "output"),
                Namespace = Text(root, "namespace"),
                CatalogName = Text(root, "catalog"),
                AssetBase = Text(root, "assets"),
                AssemblyName = Text(root, "assembly"),
                AnalyzerConfigFiles = [.. root.GetProperty("analyzerConfigs").EnumerateArray().Select(file => file.GetString() ?? "")],
                PageFiles = [.. root.GetProperty("pages").EnumerateArray().Select(file => file.GetString() ?? "")],
                HistoryFile = root.GetProperty("history").GetString(),
                IsPublic = root.GetProperty("public").GetBoolean(),
                IncludeUnpublished = root.GetProperty("unpublished").GetBoolean(),
                BuildDate = hasDate ? DateOnly.ParseExact(date.GetString() ?? "", Date, System.Globalization.CultureInfo.InvariantCulture) : today,
                MaxParallelism = cores,
            };
            return new LiveProject(Text(root, "host"), Text(root, "server"), Text(root, "channel"), request, hasDate, Text(root, "help"))
            {
                Warnings = new WarningProperties(root.GetProperty("warningsAreErrors").GetBoolean(), Text(root, "warningsAsErrors"), Text(root, "warningsNotAsErrors"), Text(root, "noWarn")),
            };
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("The file is damaged or of another version: " + failure.Message, failure);
        }
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString() ?? "";
}

/// <summary>What a project wants done with warnings, by the properties that it has for that.</summary>
/// <param name="AreErrors">Whether all are errors.</param>
/// <param name="AsErrors">Codes that are errors, as the property lists them.</param>
/// <param name="NotAsErrors">Codes that stay warnings.</param>
/// <param name="Silenced">Codes that are not shown.</param>
public sealed record WarningProperties(bool AreErrors, string AsErrors, string NotAsErrors, string Silenced);
