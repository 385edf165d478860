using System.Globalization;
using System.Text.Json.Nodes;
using Content.Compiler;
using Content.Compiler.Workspaces;

namespace Content.Benchmarks;

/// <summary>The language server over 10,000 articles: how long an editor waits, and beside it how much work the server had, which other load on the machine does not change.</summary>
internal static class EditorFigures
{
    private const int Articles = 10_000;
    private const int Edits = 40;

    // Reason: the first are what the runtime needs to compile the code, and to compile it again as it is used.
    private const int WarmUps = 30;

    private const int Linking = 1_000;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var project = workshop.PathOf("editor");
        CorpusMaker.Write(project, Articles);
        var hub = Path.Combine(project, "content", "posts", "article-000007.md");
        File.WriteAllText(hub, WithHub(File.ReadAllText(hub)));
        for (var index = 1_000; index < 1_000 + Linking; index++)
            File.AppendAllText(Path.Combine(project, "content", "posts", $"article-{index:D6}.md"), "\nSee [the hub](./article-000007.md#the-hub).\n");
        Thread.Sleep(TimeSpan.FromSeconds(3)); // Reason: files younger than two seconds are looked into again, by design.

        Start(figures, project, hub, "cold", 4_000);
        Measure.InProcess("compile", project);
        var output = Path.Combine(project, "obj", "content");
        var request = Measure.Request(project);
        File.WriteAllText(Path.Combine(project, "Site.csproj"), """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Content.Build" /></ItemGroup></Project>""");
        File.WriteAllBytes(Path.Combine(output, "content.live"), new LiveProject("dotnet", "server", "channel", request, HasFixedDate: true, "").ToJson());
        Start(figures, project, hub, "warm", 1_500);
        Work(figures, project, hub);
    }

    private static string WithHub(string text) => text.TrimEnd() + "\n\n## The hub\n\nA word.\n";

    private static void Start(FigureTable figures, string project, string hub, string state, double target)
    {
        var (time, processor) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < 3; run++)
        {
            using var editor = new EditorSession(project);
            editor.Open(hub, File.ReadAllText(hub));
            editor.AwaitDiagnostics(hub, 0);
            time = Math.Min(time, editor.Elapsed);
            processor = Math.Min(processor, editor.Processor);
        }

        figures.Add($"editor, ready {state}", time, target, "ms", Processor(processor));
    }

    private static void Work(FigureTable figures, string project, string hub)
    {
        using var editor = new EditorSession(project);
        var text = File.ReadAllText(hub);
        editor.Open(hub, text);
        editor.AwaitDiagnostics(hub, 0);
        var lines = text.Split('\n');
        var heading = Array.IndexOf(lines, "## The hub");
        var title = Array.FindIndex(lines, line => line.StartsWith("title:", StringComparison.Ordinal));
        var other = Path.Combine(project, "content", "posts", "article-001000.md");

        Type("keystroke in prose, that file", 30, () => editor.Type(hub, heading + 2, 0, 0, "[a](./none.md)"), () => editor.Type(hub, heading + 2, 0, 14, ""), hub, 1);
        Type("keystroke in front matter, that file", 30, () => editor.Type(hub, title, 7, 7, "x"), () => editor.Type(hub, title, 7, 8, ""), hub, 0);
        Type("keystroke in a heading with 1,000 links, all", 150, () => editor.Type(hub, heading, 10, 10, "x"), () => editor.Type(hub, heading, 10, 11, ""), other, 1);

        editor.Type(hub, heading + 2, 0, 0, "[a](./art)");
        var completion = Times(editor, 60, _ => editor.Ask("textDocument/completion", EditorSession.At(hub, heading + 2, 9)), _ => { });
        figures.Add("editor, completion of a link path", completion.Time, 20, "ms", Processor(completion.Processor));
        editor.Type(hub, heading + 2, 0, 10, "");

        var edits = 0;
        var rename = Times(
            editor,
            7,
            index =>
            {
                var at = EditorSession.At(hub, heading, 5);
                at["newName"] = string.Create(CultureInfo.InvariantCulture, $"The new hub {index}");
                edits = editor.Ask("textDocument/rename", at)!["documentChanges"]!.AsArray().Count;
            },
            _ => { });
        figures.Add($"editor, rename of a heading, {edits:N0} files", rename.Time, 500, "ms", Processor(rename.Processor));
        Thread.Sleep(8_000);
        figures.Add("editor, memory at rest", editor.Megabytes, 300, "MB", string.Create(CultureInfo.InvariantCulture, $"working set; most was {editor.PeakMegabytes:F0}"));
        var idle = editor.Processor;
        Thread.Sleep(5_000);
        figures.Add("editor, processor at rest", editor.Processor - idle, 5, "ms", "in 5 s");

        var files = new JsonArray(new JsonObject
        {
            ["oldUri"] = EditorSession.UriOf(Path.Combine(project, "content", "posts")),
            ["newUri"] = EditorSession.UriOf(Path.Combine(project, "content", "moved")),
        });
        var before = (editor.Elapsed, editor.Processor);
        var moved = editor.Ask("workspace/willRenameFiles", new JsonObject { ["files"] = files })?["documentChanges"]?.AsArray().Count ?? 0;
        var move = (Time: editor.Elapsed - before.Elapsed, Processor: editor.Processor - before.Processor);
        figures.Add($"editor, move of a folder of {Articles:N0}", move.Time, 5_000, "ms", string.Create(CultureInfo.InvariantCulture, $"{moved:N0} files follow; {Processor(move.Processor)}"));
        Thread.Sleep(8_000);
        figures.Add("editor, memory after the move", editor.Megabytes, 300, "MB", string.Create(CultureInfo.InvariantCulture, $"working set at rest; most was {editor.PeakMegabytes:F0}"));

        void Type(string name, double target, Action make, Action mend, string awaited, int wrong)
        {
            var made = Times(editor, Edits, _ =>
            {
                make();
                editor.AwaitDiagnostics(awaited, wrong);
            }, _ =>
            {
                mend();
                editor.AwaitDiagnostics(awaited, 0);
            });
            figures.Add("editor, " + name, made.Time, target, "ms", "95th percentile; " + Processor(made.Processor));
        }
    }

    private static (double Time, double Processor) Times(EditorSession editor, int count, Action<int> measured, Action<int> between)
    {
        var times = new List<double>();
        var processor = 0.0;
        for (var index = 0; index < count + WarmUps; index++)
        {
            var before = (editor.Elapsed, editor.Processor);
            measured(index);
            var time = editor.Elapsed - before.Elapsed;
            // Reason: the server goes on after its answer, and that is work of the same keystroke.
            Thread.Sleep(150);
            if (index >= WarmUps)
            {
                times.Add(time);
                processor += editor.Processor - before.Processor;
            }

            between(index);
            Thread.Sleep(150);
        }

        times.Sort();
        return (times[(int)(times.Count * 0.95)], processor / count);
    }

    private static string Processor(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:F0} ms of processor time each");
}
