using System.Text.RegularExpressions;

namespace Content.Build.Tests.Logs;

/// <summary>Names and values that would be lines of a log of their own, or commands to the machine that reads it, stay text.</summary>
public sealed partial class ForgedLines : IDisposable
{
    private static readonly string[] hostile =
    [
        "a\n::error file=app.cs::forged", "b\r::error::forged", "::warning ::forged", "##vso[task.setvariable variable=x]y", "##[error]forged",
        "c\u001B[31mred", "d\u2028::error::forged", "e\u0085::error::forged", "f\u202Egnp", "###VSO[task.complete]",
    ];

    private readonly TemporaryFolder folder = new();
    private readonly ListeningEngine engine = new();

    public static TheoryData<string> Names => [.. hostile];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_and_a_folder_and_values_of_such_a_name(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        folder.Write($"content/{name}/{name}.md", "---\ntitle: T\n---\n\n![x](nowhere.png)\n");
        folder.Write($"content/{name}.md", $"---\ntitle: T\ndate: 2026-01-01\nurl: /same/\n---\n\n[x](<{Escaped(name)}.md> \"t\") [y][{Escaped(name)}]\n");
        folder.Write($"content/z.md", $"---\ntitle: T\ndate: \"{Escaped(name)}\"\nurl: /same/\n---\n\n<a href=\"{name.Replace("\n", "&#10;", StringComparison.Ordinal)}\">x</a>\n");
        Run(new CompileContent
        {
            BuildEngine = engine,
            ProjectFile = folder.Full("app.csproj"),
            OutputDirectory = "obj",
            CatalogName = "Catalog",
            BuildDate = "2026-11-23",
        });
        Assert.True(engine.Events.Count > 2);
        CheckEvents();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_inferred_configuration_and_where_it_is_written(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such names.");
        folder.Write($"content/{name}/{name}.md", "---\ntitle: T\n---\n");
        folder.Write($"{name}/x.md");
        Run(new InferContentSchema { BuildEngine = engine, ProjectFile = folder.Full("app.csproj"), ConfigurationFile = $"{name}/content.json" });
        CheckEvents();
        Assert.All(File.ReadAllLines(folder.Full($"{name}/content.json")), line => Assert.DoesNotMatch("[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202E]", line));
    }

    private static string Escaped(string name) => string.Concat(name.Select(unit => unit is '\n' or '\r' ? ' ' : unit));

    private static void Run(Microsoft.Build.Utilities.Task task)
    {
        try
        {
            task.Execute();
        }
        finally
        {
            ((IDisposable)task).Dispose();
        }
    }

    private void CheckEvents()
    {
        foreach (var (file, message) in engine.Events)
        {
            foreach (var text in new[] { file, message })
            {
                Assert.DoesNotMatch(Control(), text);
                Assert.DoesNotMatch(Command(), text);
            }

            // A logger may print a file relative to any folder above it.
            Assert.DoesNotContain("::", file, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex(@"[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Control();

    [GeneratedRegex(@"^\s*::|##vso\[|##\[", RegexOptions.IgnoreCase)]
    private static partial Regex Command();
}
