using System.Text.Json.Nodes;
using Content.Compiler;
using Content.Compiler.Diagnostics;
using Content.Compiler.Workspaces;

namespace Content.Server.Tests.LanguageServer;

/// <summary>A project in a folder of its own, as its last build left it, so that no MSBuild is needed to know its settings.</summary>
internal sealed class EditedSite : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public EditedSite(bool includeUnpublished = true, DateOnly? date = null)
    {
        folder.Write("Site.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageReference Include="Content.Build" /></ItemGroup></Project>""");
        Request = new CompilationRequest
        {
            ProjectDirectory = folder.Path,
            ConfigurationFile = folder.Full("content.json"),
            OutputDirectory = folder.Full("obj/Debug/net10.0/content"),
            Namespace = "Cases",
            IncludeUnpublished = includeUnpublished,
            BuildDate = date ?? new DateOnly(2026, 11, 23),
        };
        Directory.CreateDirectory(Request.OutputDirectory);
        File.WriteAllBytes(System.IO.Path.Combine(Request.OutputDirectory, "content.live"), new LiveProject("dotnet", "server", "channel", Request, HasFixedDate: true, "").ToJson());
    }

    public CompilationRequest Request { get; }

    public string Path => folder.Path;

    public string Full(string file) => folder.Full(file);

    public void Write(string file, string text) => folder.Write(file, text);

    public string Read(string file) => File.ReadAllText(Full(file));

    public void Dispose() => folder.Dispose();

    /// <summary>What a compilation from nothing says of the files as they are.</summary>
    public IReadOnlyList<string> Build()
    {
        var output = Directory.CreateTempSubdirectory("content-editor-");
        try
        {
            var result = ContentCompiler.Compile(Request with { OutputDirectory = output.FullName }, TestContext.Current.CancellationToken);
            return [.. result.Diagnostics.Select(Format)];
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    public static string Format(Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" };
        return $"{(diagnostic.File.Length == 0 ? "Site.csproj" : diagnostic.File)}{diagnostic.Range}: {severity} {diagnostic.Code}: {diagnostic.Message}";
    }

    /// <summary>Makes the edits of a workspace edit in the files, as an editor would; edits that a person has to confirm where <paramref name="confirms"/>.</summary>
    public void Apply(JsonNode edit, bool confirms = false)
    {
        foreach (var change in edit["documentChanges"]!.AsArray())
        {
            var path = Content.Server.LanguageServer.DocumentUri.ToPath((string)change!["textDocument"]!["uri"]!)!;
            Assert.StartsWith(Path + System.IO.Path.DirectorySeparatorChar, path, StringComparison.Ordinal);
            var text = File.ReadAllText(path);
            var lines = new Content.Compiler.Text.LineMap(text);
            var edits = change["edits"]!.AsArray()
                .Where(one => confirms || one!["annotationId"] is not { } annotation || edit["changeAnnotations"]![(string)annotation!]!["needsConfirmation"] is not { } needs || !(bool)needs)
                .Select(one => (Start: Offset(one!["range"]!["start"]!), End: Offset(one["range"]!["end"]!), Text: (string)one["newText"]!)).OrderByDescending(one => one.Start).ToList();
            foreach (var (start, end, replacement) in edits)
                text = string.Concat(text.AsSpan(0, start), replacement, text.AsSpan(end));
            File.WriteAllText(path, text);

            int Offset(JsonNode position) => lines.GetOffset((int)position["line"]! + 1, (int)position["character"]! + 1);
        }
    }
}
