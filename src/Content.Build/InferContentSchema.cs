using Content.Compiler;
using Content.Compiler.Diagnostics;
using Content.Compiler.Inference;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Writes a first content.json from the articles of a project. Run by hand, never by a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class InferContentSchema : ContentTask
{
    private protected override void Run(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        var file = properties.FullPath(ConfigurationFile.Length == 0 ? "content.json" : ConfigurationFile);
        var request = new InferenceRequest
        {
            ProjectDirectory = properties.ProjectDirectory,
            ConfigurationFile = file,
            Root = Root.Length == 0 ? null : Root,
        };
        var result = ContentCompiler.Infer(request, Cancellation);
        foreach (var diagnostic in result.Diagnostics)
            diagnostics.Write(diagnostic);
        if (result.Text is not null)
            Log.LogMessageFromText($"Wrote {MessageText.FileForLog(file)}. Read it: its comments say what is left for you to decide.", MessageImportance.High);
    }
}
