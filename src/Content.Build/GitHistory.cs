using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Content.Build;

/// <summary>
/// Asks git once for all files when they were last committed, and writes it down for the compiler. While the commit is the same nothing is asked again but which
/// commit it is.
/// </summary>
internal sealed class GitHistory(string projectDirectory, CancellationToken cancellation)
{
    private readonly string project = Path.TrimEndingDirectorySeparator(projectDirectory);

    /// <summary>Why nothing is known; null where it is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Writes the history of the files below <paramref name="root"/>.</summary>
    /// <param name="root">The content folder, absolute.</param>
    /// <param name="file">Where to.</param>
    public void Write(string root, string file)
    {
        if (!Directory.Exists(root) || Ask(root) is not { } commit)
        {
            File.Delete(file);
            return;
        }

        if (File.Exists(file) && File.ReadLines(file).FirstOrDefault() == commit.Line)
            return;
        var changed = new SortedDictionary<string, long>(StringComparer.Ordinal);
        if (!Read(root, commit.Top, changed))
        {
            File.Delete(file);
            return;
        }

        var text = new StringBuilder(commit.Line).Append('\n');
        foreach (var (path, seconds) in changed)
            text.Append(CultureInfo.InvariantCulture, $"{seconds} {path}\n");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text.ToString());
    }

    /// <summary>The commit that is checked out and the folder of the repository; null where there is none, or its history is cut off.</summary>
    private (string Line, string Top)? Ask(string root)
    {
        var answer = new List<string>();
        if (!Run(root, ["rev-parse", "--show-toplevel", "--is-shallow-repository", "HEAD"], line => answer.Add(line), '\n') || answer.Count < 3)
        {
            Problem ??= $"'{root}' is in no git repository with a commit";
            return null;
        }

        if (answer[1] == "true")
        {
            Problem = "the git repository has only its last commits (git fetch --unshallow, or 'fetch-depth: 0', gets the others)";
            return null;
        }

        return ($"# {answer[2]} {Path.GetRelativePath(answer[0], root).Replace(Path.DirectorySeparatorChar, '/')}", answer[0]);
    }

    /// <summary>Commits come newest first, so the first that names a file is its last.</summary>
    private bool Read(string root, string top, SortedDictionary<string, long> changed)
    {
        var seconds = 0L;
        return Run(root, ["log", "--format=%x01%ct", "--name-only", "--no-renames", "-z", "--", "."], part =>
        {
            foreach (var line in part.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line[0] == '\u0001')
                    _ = long.TryParse(line.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
                else if (seconds > 0)
                    changed.TryAdd(Path.GetRelativePath(project, Path.Combine(top, line)).Replace(Path.DirectorySeparatorChar, '/'), seconds);
            }
        }, '\0');
    }

    private bool Run(string folder, string[] arguments, Action<string> take, char separator)
    {
        // Neither a pager nor a helper that the repository's own configuration names.
        var start = new ProcessStartInfo("git", ["-c", "core.fsmonitor=false", "-c", "core.quotepath=off", "--no-pager", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var ended = cancellation.Register(() => process.Kill(entireProcessTree: true));
            process.ErrorDataReceived += static (_, _) => { };
            process.BeginErrorReadLine();
            var part = new StringBuilder();
            var buffer = new char[1 << 14];
            while (process.StandardOutput.Read(buffer) is var length and > 0)
            {
                foreach (var unit in buffer.AsSpan(0, length))
                {
                    if (unit != separator)
                    {
                        part.Append(unit);
                        continue;
                    }

                    take(part.ToString());
                    part.Clear();
                }
            }

            if (part.Length > 0)
                take(part.ToString());
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            Problem = $"git cannot be started ({failure.Message})";
            return false;
        }
    }
}
