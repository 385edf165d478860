using System.Text.Json;
using System.Text.Json.Nodes;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>
/// Lets a library be packed without depending on this package, which only looked at its README: NuGet takes dependencies from what was restored, so it is handed a copy
/// of that in which the reference is private, as <c>PrivateAssets="all"</c> makes it.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class HideOwnReference : ContentTask
{
    private const string Own = "Content.Build";

    /// <summary>The folder of the project.assets.json that packing reads.</summary>
    [Required]
    public string RestoreOutput { get; set; } = "";

    /// <summary>Where the copy goes.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The folder that packing is to read; the same where nothing has to be hidden.</summary>
    [Output]
    public string Result { get; private set; } = "";

    private protected override void Run(DiagnosticLog diagnostics)
    {
        Result = RestoreOutput;
        var file = Path.Combine(RestoreOutput, "project.assets.json");
        if (!File.Exists(file))
            return; // NuGet says so
        JsonNode? assets;
        try
        {
            assets = JsonNode.Parse(File.ReadAllText(file));
        }
        catch (JsonException)
        {
            return; // likewise
        }

        var isHidden = true;
        foreach (var (_, framework) in assets?["project"]?["frameworks"]?.AsObject() ?? [])
        {
            if (framework?["dependencies"]?[Own] is JsonObject reference && reference["suppressParent"]?.GetValue<string>() != "All")
            {
                reference["suppressParent"] = "All";
                isHidden = false;
            }
        }

        if (isHidden)
            return;
        var copy = new PropertyReader(ProjectFile).FullPath(OutputDirectory);
        try
        {
            Directory.CreateDirectory(copy);
            File.WriteAllText(Path.Combine(copy, "project.assets.json"), assets!.ToJsonString());
            Result = copy;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            diagnostics.Write(InternalErrors.UnwritableReport(copy, failure.Message));
        }
    }
}
