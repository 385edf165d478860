using System.Globalization;
using Content.Compiler;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Accepts the addresses that a site has now: writes <c>content.urls.txt</c>. Run by hand, never by a build.</summary>
[MSBuildMultiThreadableTask]
public sealed class AcceptContentUrls : ContentTask
{
    /// <summary>Where the state of builds is.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentBuildDate</c>; empty for today, UTC.</summary>
    public string BuildDate { get; set; } = "";

    private protected override void Run(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        using var cores = RequestedCores.Request(BuildEngine);
        var request = MakeRequest(properties, OutputDirectory, cores.Cores);
        request = request with { BuildDate = properties.Date("ContentBuildDate", BuildDate, request.BuildDate) };
        if (!properties.Report(diagnostics))
            return;

        var result = ContentCompiler.AcceptAddresses(request, Cancellation);
        diagnostics.Write(result.Diagnostics);
        if (!result.Diagnostics.IsEmpty)
            return;
        // As warnings: what is given up is given up knowingly, and has to be seen once.
        foreach (var dropped in result.Dropped)
            diagnostics.Write(dropped with { Severity = DiagnosticSeverity.Warning });
        Log.LogMessageFromText(string.Create(CultureInfo.InvariantCulture, $"{MessageText.FileForLog(result.File)} lists the addresses of {result.Published} articles."), MessageImportance.High);
    }
}
