using System.Globalization;
using Content.Compiler;
using Content.Compiler.Corrections;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Writes into the articles of a project what has one certain correction, and says what it did, file by file. Run by hand, never by a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class FixContent : ContentTask
{
    /// <summary>Where the state of the build is.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentDrafts</c>: include or exclude.</summary>
    public string Drafts { get; set; } = "exclude";

    /// <summary>The value of <c>ContentBuildDate</c>; empty for today, UTC.</summary>
    public string BuildDate { get; set; } = "";

    /// <summary>The value of <c>ContentFix</c>: the codes whose corrections are wanted; empty for all.</summary>
    public string Codes { get; set; } = "";

    /// <summary>The value of <c>ContentFixMode</c>: write, or list to say only what would be written.</summary>
    public string Mode { get; set; } = "write";

    private protected override void Run(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        using var cores = RequestedCores.Request(BuildEngine);
        var compilation = MakeRequest(properties, OutputDirectory, cores.Cores);
        var codes = properties.Codes("ContentFix", Codes);
        var request = new FixRequest
        {
            Compilation = compilation with
            {
                IncludeUnpublished = properties.Choice("ContentDrafts", Drafts, "include", "exclude"),
                BuildDate = properties.Date("ContentBuildDate", BuildDate, compilation.BuildDate),
            },
            IsWanted = diagnostic => (codes.Count == 0 || codes.Contains(diagnostic.Code)) && diagnostics.IsReported(diagnostic),
            Writes = properties.Choice("ContentFixMode", Mode, "write", "list"),
        };
        if (!properties.Report(diagnostics))
            return;

        var result = ContentCompiler.Fix(request, Cancellation);
        diagnostics.Write(result.Diagnostics);
        Report(result, request.Writes);
    }

    private void Report(FixResult result, bool isWritten)
    {
        foreach (var file in result.Files)
        {
            Say(MessageText.FileForLog(file.File));
            foreach (var (diagnostic, correction, replaced) in file.Corrections)
                Say($"  {correction.Range} {diagnostic.Code}: {(replaced.Length == 0 ? "insert" : Quoted.Whole(replaced) + " ->")} {Quoted.Whole(correction.Text)}");
        }

        foreach (var (file, reason) in result.LeftAlone)
            Say($"{MessageText.FileForLog(file)} is left as it is: {reason}.");
        var count = Count(result.Count, "correction");
        var files = Count(result.Files.Length, "file");
        Say(result.Count == 0 ? "FixContent: nothing has one certain correction."
            : isWritten ? $"FixContent: {count} written in {files}."
            : $"FixContent: {count} in {files}; nothing is written with ContentFixMode 'list'.");
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    private void Say(string text) => Log.LogMessage(MessageImportance.High, "{0}", MessageText.ForLog(text));
}
