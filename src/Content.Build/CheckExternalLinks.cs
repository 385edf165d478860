using Content.Build.ExternalLinks;
using Content.Compiler.Diagnostics;
using Content.Compiler.ExternalLinks;
using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>
/// Asks other sites whether the links of the content to them are alive. It reads the environment, which a task in the process of others must not:
/// so it is none that says it can.
/// </summary>
public sealed class CheckExternalLinks : ContentTask
{
    private static readonly TimeSpan pulse = TimeSpan.FromSeconds(5);

    /// <summary>Where the state of the build is.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The value of <c>ContentLinkCache</c>: where what is alive is remembered.</summary>
    [Required]
    public string CacheFile { get; set; } = "";

    /// <summary>The value of <c>ContentLinkPrivateHosts</c>: hosts that may be where the public cannot reach them.</summary>
    public string PrivateHosts { get; set; } = "";

    private protected override void Run(DiagnosticLog diagnostics)
    {
        var wrong = new List<Diagnostic>();
        var options = new LinkCheckOptions
        {
            PrivateHosts = HostList.Parse("ContentLinkPrivateHosts", PrivateHosts, wrong),
            Headers = HostHeaders.Read(Environment.GetEnvironmentVariables(), wrong),
        };
        var properties = new PropertyReader(ProjectFile);
        using var cores = RequestedCores.Request(BuildEngine);
        var survey = ExternalLinkSurvey.Make(MakeRequest(properties, OutputDirectory, cores.Cores), Cancellation);
        wrong.AddRange(survey.Diagnostics);
        if (wrong.Count == 0)
            wrong.AddRange(Check(survey, options, properties.FullPath(CacheFile), diagnostics));
        diagnostics.Write(wrong);
    }

    private List<Diagnostic> Check(ExternalLinkSurvey survey, LinkCheckOptions options, string cacheFile, DiagnosticLog log)
    {
        var memory = LinkMemory.Load(cacheFile, DateOnly.FromDateTime(DateTime.UtcNow));
        var run = new LinkRun(survey.Links, memory);
        var progress = new LinkProgress(run, text => Log.LogMessage(MessageImportance.High, "{0}", text));
        Diagnostic? unwritable;
        try
        {
            using var client = GuardedConnections.MakeClient(options.PrivateHosts);
            var check = new LinkChecker(options, client, LinkClock.System).CheckAsync(run.Questions, progress.Count, Cancellation);
            progress.Start(survey.Links.Length);
            while (Task.WaitAny([check], pulse) < 0)
                progress.Tell();
            var verdicts = check.GetAwaiter().GetResult();
            run.TakeAll(verdicts);
            progress.End(verdicts);
        }
        finally
        {
            // What is known to be alive need not be asked for again, also where somebody pressed Ctrl-C.
            unwritable = memory.Save();
        }

        var judged = survey.Judge(run.Diagnostics);
        log.TakeSuppressed(judged.Suppressed);
        List<Diagnostic> found = [.. judged.Reported];
        if (unwritable is not null)
            found.Add(unwritable);
        return found;
    }
}
