using System.Text.Json;
using System.Text.Json.Nodes;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>
/// Decides whether the package of a library depends on this one, whatever its reference says: not where only a README was looked at, and always where there is a catalog,
/// whose users need Content.Runtime. NuGet takes dependencies from what was restored, so it is handed a copy of that in which the reference is written accordingly.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class DeclareOwnReference : ContentTask
{
    private const string Own = "Content.Build";

    /// <summary>Whether the package is to depend on this one.</summary>
    public bool IsDependency { get; set; }

    /// <summary>The folder of the project.assets.json that packing reads.</summary>
    [Required]
    public string RestoreOutput { get; set; } = "";

    /// <summary>Where the copy goes.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The folder that packing is to read; the same where nothing has to be changed.</summary>
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

        var isChanged = false;
        foreach (var (_, framework) in assets?["project"]?["frameworks"]?.AsObject() ?? [])
        {
            if (framework?["dependencies"]?[Own] is JsonObject reference)
                isChanged |= IsDependency ? reference.Remove("suppressParent") | reference.Remove("include") : Hide(reference);
        }

        if (!isChanged)
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

    /// <summary>As <c>PrivateAssets="all"</c> does.</summary>
    private static bool Hide(JsonObject reference)
    {
        if (reference["suppressParent"]?.GetValue<string>() == "All")
            return false;
        reference["suppressParent"] = "All";
        return true;
    }
}
