using System.Collections;
using Microsoft.Build.Framework;

namespace Content.Build.Tests.Logs;

/// <summary>What a task says to MSBuild, as a logger would print it.</summary>
internal sealed class ListeningEngine : IBuildEngine
{
    /// <summary>File and message of each event, in order.</summary>
    public List<(string File, string Message)> Events { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public void LogCustomEvent(CustomBuildEventArgs e) => Events.Add(("", e.Message ?? ""));

    public void LogErrorEvent(BuildErrorEventArgs e) => Events.Add((e.File ?? "", e.Message ?? ""));

    public void LogMessageEvent(BuildMessageEventArgs e) => Events.Add((e.File ?? "", e.Message ?? ""));

    public void LogWarningEvent(BuildWarningEventArgs e) => Events.Add((e.File ?? "", e.Message ?? ""));
}
