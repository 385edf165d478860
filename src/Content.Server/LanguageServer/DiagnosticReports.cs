using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Content.Server.LanguageServer.Projects;
using Content.Server.LanguageServer.Protocol;
using Diagnostic = Content.Server.LanguageServer.Protocol.Diagnostic;

namespace Content.Server.LanguageServer;

/// <summary>
/// What is wrong, as clients hear of it: sent when it changes, or asked for. A client that asks would show twice what is also sent, so that nothing is sent
/// to it from its first question on.
/// </summary>
internal sealed class DiagnosticReports(Session session)
{
    private readonly Lock sending = new();
    private readonly HashSet<string> sent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> versions = new(StringComparer.Ordinal);
    private bool isAsked;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when what is wrong anywhere is next something else.</summary>
    public Task NextChange => Volatile.Read(ref changed).Task;

    /// <summary>Takes a new state of a project, and sends what is different.</summary>
    public void Take(ContentProject project, ProjectState state, ProjectState? before)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var files = before is null ? state.Snapshot.Diagnostics.Select(diagnostic => diagnostic.File).Distinct() : state.Snapshot.Changes.Files;
        foreach (var file in files)
            paths.Add(PathOf(project, state, file));
        var isAnyChanged = paths.Count > 0;
        lock (sending)
        {
            foreach (var document in state.Documents.Values)
            {
                if (project.FileOf(document.Path) is not null && (!versions.TryGetValue(document.Path, out var version) || version != document.Version))
                    paths.Add(document.Path);
            }

            if (!isAsked)
            {
                foreach (var path in paths)
                    Send(path);
            }
        }

        if (isAnyChanged)
            TellChange();
        if (isAsked && isAnyChanged && session.Client.RefreshesDiagnostics)
            _ = session.RequestAsync<object>("workspace/diagnostic/refresh", null);
        if (session.TellsStatus && before is null)
            session.Notify("content/status", new ServerStatus(Session.Version, "ready", project.Settings.Problem));
    }

    /// <summary>What a project said is no longer true.</summary>
    public void Forget(ContentProject project)
    {
        if (project.Current is not { } state)
            return;
        lock (sending)
        {
            foreach (var file in state.Snapshot.Diagnostics.Select(diagnostic => diagnostic.File).Distinct())
                Send(PathOf(project, state, file));
        }

        TellChange();
    }

    private void TellChange() =>
        Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>A document is closed: its version counts anew when it is opened again.</summary>
    public void Close(string path)
    {
        lock (sending)
            versions.Remove(path);
    }

    /// <summary>From now on the client asks: what was sent is taken back.</summary>
    public void StartAsking()
    {
        if (!session.Client.PullsDiagnostics)
            return;
        lock (sending)
        {
            if (isAsked)
                return;
            isAsked = true;
            foreach (var path in sent)
                session.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(session.UriOf(path), null, []));
            sent.Clear();
        }
    }

    /// <summary>What is wrong with a file, in the client's terms.</summary>
    public Diagnostic[] Of(string path)
    {
        var found = new List<Diagnostic>();
        foreach (var project in session.Projects.All)
        {
            if (project.Current is { } state)
                found.AddRange(Of(project, state, path));
        }

        return [.. found.Distinct()];
    }

    /// <summary>What a project says of a file.</summary>
    public IEnumerable<Diagnostic> Of(ContentProject project, ProjectState state, string path)
    {
        var file = Path.GetRelativePath(project.Settings.Request.ProjectDirectory, path).Replace(Path.DirectorySeparatorChar, '/');
        SourceText? source = null;
        foreach (var diagnostic in Find(state, file).Concat(path == PathOf(project, state, "") ? Find(state, "") : []))
        {
            if (session.Encoding.IsUtf8)
                source ??= state.Site.Read(file);
            if (Translate(state, diagnostic, source) is { } translated)
                yield return translated;
        }
    }

    /// <summary>A diagnostic in the client's terms; null where the project does not want to see it.</summary>
    public Diagnostic? Translate(ProjectState state, Content.Compiler.Diagnostics.Diagnostic diagnostic, SourceText? source)
    {
        // Reason: what the baseline accepts is there to be seen and stops nobody.
        var severity = diagnostic.Suppression is null ? state.Settings.Warnings.SeverityOf(diagnostic) : DiagnosticSeverity.Info;
        if (severity == DiagnosticSeverity.None)
            return null;
        var help = state.Settings.HelpDirectory.Length > 0 ? Path.Combine(state.Settings.HelpDirectory, diagnostic.Code + ".md") : "";
        return new Diagnostic(
            session.Encoding.ToRange(diagnostic.Range, source),
            severity switch { DiagnosticSeverity.Error => 1, DiagnosticSeverity.Warning => 2, _ => 3 },
            diagnostic.Code,
            diagnostic.Message)
        {
            CodeDescription = help.Length > 0 && HelpExists(help) ? new CodeDescription(DocumentUri.Of(help)) : null,
        };
    }

    /// <summary>Tells apart what is said of a file from what was said before.</summary>
    public static string ResultOf(IReadOnlyList<Diagnostic> diagnostics)
    {
        var hash = new HashCode();
        foreach (var diagnostic in diagnostics)
            hash.Add(diagnostic);
        return string.Create(CultureInfo.InvariantCulture, $"{diagnostics.Count}-{hash.ToHashCode():x8}");
    }

    /// <summary>Where a file of a project is; what no file is to blame for stands at the project's own.</summary>
    public static string PathOf(ContentProject project, ProjectState state, string file) =>
        file.Length > 0 ? state.FullPath(file) : project.Location.ProjectFile ?? project.Settings.Request.ConfigurationFile;

    private readonly Dictionary<string, bool> pages = new(StringComparer.Ordinal);

    private bool HelpExists(string page)
    {
        lock (pages)
        {
            if (!pages.TryGetValue(page, out var exists))
                pages.Add(page, exists = File.Exists(page));
            return exists;
        }
    }

    private static IEnumerable<Content.Compiler.Diagnostics.Diagnostic> Find(ProjectState state, string file)
    {
        var all = state.Snapshot.Diagnostics;
        var (low, high) = (0, all.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(all[middle].File, file) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < all.Length && all[low].File == file; low++)
            yield return all[low];
    }

    private void Send(string path)
    {
        var diagnostics = Of(path);
        int? version = null;
        foreach (var project in session.Projects.All)
        {
            if (project.Current?.Documents.Values.FirstOrDefault(document => document.Path == path) is { } document)
                version = document.Version;
        }

        if (version is { } known)
            versions[path] = known;
        if (diagnostics.Length > 0)
            sent.Add(path);
        else
            sent.Remove(path);
        session.Notify("textDocument/publishDiagnostics", new PublishDiagnosticsParams(session.UriOf(path), session.Client.TakesVersions ? version : null, diagnostics));
    }
}
