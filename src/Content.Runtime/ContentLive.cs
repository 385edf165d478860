using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;

namespace Content.Runtime;

/// <summary>
/// Lets a program that runs from its build output in the Development environment follow its articles: an article is saved, and what is read next shows it.
/// The compiler runs in a process of its own, which the first catalog that is read starts and which ends by itself. A published program has nothing of it.
/// </summary>
public static class ContentLive
{
    // Reason: what follows a program that a debugger has stopped, or a machine that sleeps, is patient; what never comes is given up.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(15);

    // Reason: a compiler that ends as soon as it has started would otherwise be started for ever.
    private const int MostShortLived = 5;

    private static readonly object gate = new();
    private static readonly List<Project> projects = [];
    private static volatile bool isStopped;

    /// <summary>Whether catalogs may follow their articles at all: the switch <c>Content.Runtime.ContentLive.IsSupported</c>, by which trimming takes everything out.</summary>
    internal static bool IsSupported { get; } = !AppContext.TryGetSwitch("Content.Runtime.ContentLive.IsSupported", out var isSupported) || isSupported;

    /// <summary>What is wrong with the articles at this moment, of every catalog of the program that follows them; empty where none does.</summary>
    public static IReadOnlyList<ContentDiagnostic> Diagnostics
    {
        get
        {
            lock (gate)
                return [.. projects.SelectMany(project => project.Diagnostics)];
        }
    }

    /// <summary>Whether some catalog of the program follows its articles.</summary>
    public static bool IsFollowing
    {
        get
        {
            lock (gate)
                return projects.Exists(project => project.IsConnected);
        }
    }

    /// <summary>A catalog has a new state, or <see cref="Diagnostics"/> are others. Raised on a thread of its own.</summary>
    public static event Action? Changed;

    /// <summary>Follows no further, for good: the catalogs stay in the state that they are in, as for a program that writes all of it down.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Stop() => isStopped = true;

    /// <summary>Begins to follow where the build left what is needed for it, and this is where and when to; at once, whatever comes of it.</summary>
    /// <param name="source">The catalog, whose state has been read from <paramref name="file"/>.</param>
    /// <param name="file">The file beside the assembly.</param>
    internal static void Follow(CatalogSource source, string file)
    {
        if (!IsSupported || isStopped || !IsDevelopment || !File.Exists(file + ".live"))
            return;
        var project = new Project(source, file + ".live");
        lock (gate)
            projects.Add(project);
        new Thread(project.Run) { IsBackground = true, Name = "Content live" }.Start();
    }

    private static bool IsDevelopment =>
        "Development".Equals(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT"), StringComparison.OrdinalIgnoreCase);

    private static void Say(string text) => Console.Error.WriteLine(text);

    /// <summary>One catalog that follows its articles.</summary>
    private sealed class Project(CatalogSource source, string description)
    {
        private readonly HashSet<string> said = new(StringComparer.Ordinal);

        public IReadOnlyList<ContentDiagnostic> Diagnostics { get; private set; } = [];

        public bool IsConnected { get; private set; }

        public void Run()
        {
            try
            {
                var (host, server, channel) = Describe(description);
                for (var shortLived = 0; shortLived < MostShortLived && Connect(host, server, channel) is { } pipe;)
                {
                    IsConnected = true;
                    var begin = Stopwatch.GetTimestamp();
                    using (pipe)
                    using (var lines = new StreamReader(pipe))
                    {
                        while (lines.ReadLine() is { } line)
                            Receive(line);
                    }

                    // The compiler was ended from outside: the program goes on with what it has, and a new one takes over.
                    IsConnected = false;
                    shortLived = Stopwatch.GetElapsedTime(begin) < patience ? shortLived + 1 : 0;
                }

                SayOnce("The articles are not followed: the compiler did not answer, or ended again and again. Changes are shown after the next build.");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException
                or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                SayOnce($"The articles are not followed: {failure.Message} Changes are shown after the next build.");
            }

            IsConnected = false;
        }

        private static (string Host, string Server, string Channel) Describe(string file)
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return (Text(json.RootElement, "host"), Text(json.RootElement, "server"), Text(json.RootElement, "channel"));
        }

        /// <summary>The pipe to the compiler, which is started where nothing answers; null where nothing ever does.</summary>
        private NamedPipeClientStream? Connect(string host, string server, string channel)
        {
            var begin = Stopwatch.GetTimestamp();
            long? started = null;
            while (Stopwatch.GetElapsedTime(begin) < patience)
            {
                var pipe = new NamedPipeClientStream(".", channel, PipeDirection.InOut, PipeOptions.CurrentUserOnly);
                try
                {
                    pipe.Connect(TimeSpan.FromMilliseconds(started is null ? 20 : 200));
                    return pipe;
                }
                catch (Exception failure) when (failure is TimeoutException or IOException)
                {
                    pipe.Dispose();
                }

                // Again after a while: the one that was there may have been ending.
                if (started is null || Stopwatch.GetElapsedTime(started.Value) > TimeSpan.FromSeconds(6))
                {
                    Start(host, server);
                    started = Stopwatch.GetTimestamp();
                }
            }

            return null;
        }

        private void Start(string host, string server)
        {
            if (!File.Exists(server))
                throw new IOException($"The compiler '{server}' does not exist. Build the project again.");
            var start = new ProcessStartInfo(host)
            {
                UseShellExecute = false,
                CreateNoWindow = true,
                // Streams of its own: whoever reads the program's output to its end must not wait for the compiler.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(server);
            start.ArgumentList.Add("live");
            start.ArgumentList.Add(description);
            // Reason: these are about the program, and a profiler or a hook for it is not for its compiler.
            foreach (var variable in (string[])["DOTNET_STARTUP_HOOKS", "CORECLR_ENABLE_PROFILING", "DOTNET_MODIFIABLE_ASSEMBLIES", "DOTNET_DiagnosticPorts", "ASPNETCORE_URLS"])
                start.Environment.Remove(variable);
            using var process = Process.Start(start);
            process?.StandardInput.Dispose();
            process?.StandardOutput.Dispose();
            process?.StandardError.Dispose();
        }

        private void Receive(string line)
        {
            if (isStopped)
                return;
            using var json = JsonDocument.Parse(line);
            var message = json.RootElement;
            if (message.TryGetProperty("state", out var state))
                Replace(state.GetString()!, [.. message.GetProperty("bodies").EnumerateArray().Select(file => file.GetString()!)]);
            else if (message.TryGetProperty("diagnostics", out var diagnostics))
                Report([.. diagnostics.EnumerateArray().Select(Read)]);
            else if (message.TryGetProperty("note", out var note))
                SayOnce(note.GetString()!);
        }

        private void Replace(string file, string[] bodies)
        {
            try
            {
                if (source.Replace(file, bodies, TellFailure))
                    Raise();
            }
            catch (ContentException failure) when (failure.InnerException is FileNotFoundException or DirectoryNotFoundException)
            {
                // The program was slow, and a newer state is already on its way.
            }
            catch (ContentException)
            {
                SayOnce("The shape of the content has changed: build again to see it. Until then the articles stay as they are.");
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                SayOnce($"A change could not be shown: {failure.Message}");
            }
        }

        private void Report(IReadOnlyList<ContentDiagnostic> diagnostics)
        {
            var before = Diagnostics;
            Diagnostics = diagnostics;
            foreach (var diagnostic in diagnostics.Except(before))
                Say(diagnostic.ToString());
            if (diagnostics.Count == 0 && before.Count > 0)
                Say("Nothing is wrong with the articles any more.");
            if (diagnostics.Count > 0 || before.Count > 0)
                Raise();
        }

        private void Raise() => CatalogSource.Raise(Changed, TellFailure);

        private void TellFailure(Exception failure) => Say($"A handler of 'Changed' failed: {failure}");

        private void SayOnce(string text)
        {
            if (said.Add(text))
                Say(text);
        }

        private static ContentDiagnostic Read(JsonElement json) => new(
            Text(json, "code"),
            Text(json, "severity") == "error",
            Text(json, "file"),
            Text(json, "path"),
            json.GetProperty("line").GetInt32(),
            json.GetProperty("column").GetInt32(),
            json.GetProperty("endLine").GetInt32(),
            json.GetProperty("endColumn").GetInt32(),
            Text(json, "message"),
            Text(json, "help"));

        private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";
    }
}
