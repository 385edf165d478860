using System.Globalization;
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
        using var cores = RequestedCores.Request(BuildEngine);
        var request = new InferenceRequest
        {
            ProjectDirectory = properties.ProjectDirectory,
            ConfigurationFile = file,
            Root = Root.Length == 0 ? null : Root,
            MaxParallelism = cores.Cores,
        };
        var result = ContentCompiler.Infer(request, Cancellation);
        diagnostics.Write(result.Diagnostics);
        if (result.Text is null)
            return;
        var next = result.NextBuild.IsEmpty
            ? "The next build is about links and markup alone."
            : $"The next build also says {string.Join(", ", result.NextBuild.Select(code => string.Create(CultureInfo.InvariantCulture, $"{code.Code} ({code.Count})")))}: mistakes in the files, which no configuration can take back.";
        Log.LogMessage(MessageImportance.High, "{0}", $"Wrote {MessageText.FileForLog(file)}. Read it: its comments say what is left for you to decide. {next}");
    }
}
