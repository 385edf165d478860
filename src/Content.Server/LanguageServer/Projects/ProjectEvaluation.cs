using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Content.Compiler.Workspaces;

namespace Content.Server.LanguageServer.Projects;

/// <summary>Asks a project for its settings: by what its last build left, or by having MSBuild evaluate it.</summary>
internal static class ProjectEvaluation
{
    // Reason: the largest evaluations that are known take some seconds; what takes longer waits for something that does not come.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(40);

    private static readonly string[] properties =
    [
        "ContentServer", "ContentEnabled", "ContentConfig", "ContentRoot", "ContentNamespace", "ContentCatalogName", "ContentAccessibility", "ContentDrafts",
        "ContentBuildDate", "RootNamespace", "AssemblyName", "Configuration", "TargetFramework", "TargetFrameworks", "_ContentOutput", "_ContentHelp",
        "UsingMicrosoftNETSdkStaticWebAssets", "StaticWebAssetProjectMode", "StaticWebAssetBasePath", "PackageId", "IntermediateOutputPath",
        "NetCoreRoot", "TreatWarningsAsErrors", "MSBuildTreatWarningsAsErrors", "WarningsAsErrors", "MSBuildWarningsAsErrors", "WarningsNotAsErrors", "NoWarn", "MSBuildWarningsAsMessages",
    ];

    /// <summary>Files that set severities, and pages of the program; of each the values are a list of paths.</summary>
    private static readonly string[] items = ["EditorConfigFiles", "GlobalAnalyzerConfigFiles", "Content"];

    /// <summary>The settings of a project; null where it has the package not, or switched off.</summary>
    public static async Task<ProjectSettings?> ReadAsync(ProjectLocation location, Action<string> log, CancellationToken cancellation)
    {
        if (location.ProjectFile is not { } projectFile)
            return ProjectSettings.Default(location, "a folder without a project");
        if (FindLeft(projectFile, log) is { } left)
            return left;
        var (values, problem) = await EvaluateAsync(projectFile, null, log, cancellation);
        if (values is not null && values.GetValueOrDefault("TargetFramework", "").Length == 0 && values.GetValueOrDefault("TargetFrameworks", "") is { Length: > 0 } frameworks)
        {
            var first = frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
            (values, problem) = await EvaluateAsync(projectFile, first, log, cancellation);
        }

        if (values is null)
            return ProjectSettings.Default(location, "the defaults") with { Problem = problem ?? "It cannot be evaluated." };
        if (values.GetValueOrDefault("ContentEnabled", "").Equals("false", StringComparison.OrdinalIgnoreCase))
            return null;
        return Make(location, values);
    }

    /// <summary>What the last build wrote for programs that follow their articles, where nothing that decides about it is newer.</summary>
    private static ProjectSettings? FindLeft(string projectFile, Action<string> log)
    {
        var folder = Path.Combine(Path.GetDirectoryName(projectFile)!, "obj");
        try
        {
            if (!Directory.Exists(folder))
                return null;
            var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true };
            var found = new DirectoryInfo(folder).EnumerateFiles("content.live", options)
                .OrderByDescending(file => file.FullName.Contains("Debug", StringComparison.Ordinal)).ThenByDescending(file => file.LastWriteTimeUtc).FirstOrDefault();
            if (found is null || ProjectDiscovery.FilesOf(projectFile).Any(file => new FileInfo(file) is { Exists: true } info && info.LastWriteTimeUtc > found.LastWriteTimeUtc))
                return null;
            var project = LiveProject.FromJson(File.ReadAllBytes(found.FullName), DateOnly.FromDateTime(DateTime.UtcNow), Environment.ProcessorCount);
            // Reason: a folder that was copied from elsewhere has the paths of its origin.
            if (!Path.GetFullPath(project.Request.ProjectDirectory).Equals(Path.GetDirectoryName(projectFile), StringComparison.Ordinal))
                return null;
            return new ProjectSettings(project.Request with { PageFilesTime = found.LastWriteTimeUtc }, project.HasFixedDate, project.HelpDirectory, found.FullName) { Warnings = WarningSettings.Of(project.Warnings) };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            log($"{projectFile}: what the last build left cannot be used: {failure.Message}");
            return null;
        }
    }

    private static async Task<(Dictionary<string, string>? Values, string? Problem)> EvaluateAsync(string projectFile, string? framework, Action<string> log, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(FindHost())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(projectFile)!,
        };
        foreach (var argument in (string[])["msbuild", projectFile, "-nologo", "-nodeReuse:false", "-getProperty:" + string.Join(',', properties), "-getItem:" + string.Join(',', items)])
            start.ArgumentList.Add(argument);
        if (framework is not null)
            start.ArgumentList.Add("-p:TargetFramework=" + framework);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                if (cancellation.IsCancellationRequested)
                    throw;
                return (null, string.Create(CultureInfo.InvariantCulture, $"MSBuild did not evaluate it within {patience.TotalSeconds:0} seconds."));
            }

            var text = await output;
            if (process.ExitCode != 0)
            {
                var said = (text + await errors).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var problem = said.FirstOrDefault(line => line.Contains(": error ", StringComparison.Ordinal)) ?? said.FirstOrDefault() ?? "MSBuild said nothing.";
                log($"{projectFile}: {problem}");
                return (null, problem);
            }

            return (Parse(text), null);
        }
        catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or IOException or JsonException or InvalidOperationException)
        {
            log($"{projectFile}: {failure.Message}");
            return (null, failure.Message);
        }
    }

    /// <summary>The <c>dotnet</c> that runs this; another could have other SDKs.</summary>
    private static string FindHost()
    {
        var own = Environment.ProcessPath;
        if (own is not null && Path.GetFileNameWithoutExtension(own).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            return own;
        return Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
    }

    private static Dictionary<string, string> Parse(string text)
    {
        using var document = JsonDocument.Parse(text[Math.Max(0, text.IndexOf('{', StringComparison.Ordinal))..]);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in document.RootElement.GetProperty("Properties").EnumerateObject())
            values[property.Name] = property.Value.GetString() ?? "";
        foreach (var list in document.RootElement.GetProperty("Items").EnumerateObject())
            values[list.Name] = string.Join('\n', list.Value.EnumerateArray().Select(item => item.GetProperty("FullPath").GetString()));
        return values;
    }

    private static ProjectSettings Make(ProjectLocation location, Dictionary<string, string> values)
    {
        var settings = ProjectSettings.Default(location, "its project");
        var configuration = Value("ContentConfig");
        var fixedDate = DateOnly.TryParseExact(Value("ContentBuildDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var drafts = Value("ContentDrafts");
        var output = Value("_ContentOutput");
        if (output.Length == 0)
            output = Path.Combine(Value("IntermediateOutputPath") is { Length: > 0 } intermediate ? intermediate : "obj", "content");
        var assets = "";
        if (Is("UsingMicrosoftNETSdkStaticWebAssets") && Value("StaticWebAssetProjectMode") != "Root")
            assets = (Value("StaticWebAssetBasePath") is { Length: > 0 } basePath ? basePath : $"_content/{Value("PackageId")}").Trim('/');
        return settings with
        {
            Request = settings.Request with
            {
                ConfigurationFile = Path.GetFullPath(configuration.Length == 0 ? "content.json" : configuration, location.Folder),
                ConfigurationIsRequired = configuration.Length > 0,
                Root = Value("ContentRoot") is { Length: > 0 } root ? root : null,
                OutputDirectory = Path.GetFullPath(output, location.Folder),
                Namespace = Value("ContentNamespace") is { Length: > 0 } own ? own : Value("RootNamespace"),
                CatalogName = Value("ContentCatalogName") is { Length: > 0 } name ? name : "Catalog",
                AssemblyName = Value("AssemblyName"),
                AnalyzerConfigFiles = [.. Files("EditorConfigFiles").Concat(Files("GlobalAnalyzerConfigFiles")).Where(file => !IsOfSdk(file)).Distinct(StringComparer.Ordinal)],
                PageFiles = [.. Files("Content").Where(file => Path.GetExtension(file) is ".razor" or ".cshtml")],
                PageFilesTime = DateTime.UtcNow,
                AssetBase = assets.Length > 0 ? "/" + assets : "",
                IsPublic = Value("ContentAccessibility") != "internal",
                IncludeUnpublished = drafts.Length == 0 ? Value("Configuration") is "Debug" or "" : drafts.Equals("include", StringComparison.OrdinalIgnoreCase),
                BuildDate = fixedDate ? date : settings.Request.BuildDate,
            },
            HasFixedDate = fixedDate,
            HelpDirectory = Value("_ContentHelp") is { Length: > 0 } help ? help : settings.HelpDirectory,
            Problem = Value("ContentServer").Length > 0 ? null : "It has not been restored, so that its reference to Content.Build has no effect yet. Run 'dotnet restore'.",
            Warnings = WarningSettings.Of(new WarningProperties(
                Is("TreatWarningsAsErrors") || Is("MSBuildTreatWarningsAsErrors"),
                Value("WarningsAsErrors") + ";" + Value("MSBuildWarningsAsErrors"),
                Value("WarningsNotAsErrors"),
                Value("NoWarn") + ";" + Value("MSBuildWarningsAsMessages"))),
        };

        string Value(string name) => values.GetValueOrDefault(name, "").Trim();

        IEnumerable<string> Files(string name) => values.GetValueOrDefault(name, "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Reason: those of the SDK are about rules of its own analyzers.
        bool IsOfSdk(string file) => Value("NetCoreRoot") is { Length: > 0 } sdk && file.StartsWith(sdk, StringComparison.Ordinal);

        bool Is(string name) => Value(name).Equals("true", StringComparison.OrdinalIgnoreCase);
    }
}
