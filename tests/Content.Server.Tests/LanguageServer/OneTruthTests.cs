using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Content.Server.Tests.LanguageServer;

/// <summary>What an editor shows is what a build says: code by code, range by range, for every case that there is.</summary>
public sealed class OneTruthTests
{
    private static readonly string cases = Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Cases");

    public static TheoryData<string> Areas => [.. Directory.EnumerateDirectories(cases).Select(area => Path.GetFileName(area)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Areas))]
    public async Task Every_case_is_shown_as_it_is_built(string area)
    {
        var sites = new List<(string Case, EditedSite Site, IReadOnlyList<string> Expected)>();
        try
        {
            foreach (var folder in Directory.EnumerateDirectories(Path.Combine(cases, area)).Order(StringComparer.Ordinal))
            {
                if (!File.Exists(Path.Combine(folder, "expected.txt")))
                    continue;
                // Reason: a test of its own holds what a build says against expected.txt; some of it depends on how deep the folder lies.
                var site = Copy(folder);
                sites.Add((Path.GetFileName(folder), site, [.. site.Build().Order(StringComparer.Ordinal)]));
            }

            await using var client = await EditorClient.StartAsync(sites.Select(one => one.Site.Path));
            await CompareAsync("as it lies on disk");
            foreach (var (_, site, _) in sites)
            {
                foreach (var file in TextsOf(site))
                    client.Open(file, File.ReadAllText(file));
            }

            await CompareAsync("with all texts open");

            // What counts now is what is open: the disk may hold anything.
            foreach (var (_, site, _) in sites)
            {
                foreach (var file in TextsOf(site).ToList())
                    await File.WriteAllTextAsync(file, "---\nnothing: here\n", TestContext.Current.CancellationToken);
            }

            await CompareAsync("with other texts on disk");
            foreach (var (name, site, expected) in sites)
                Assert.Equal(expected, client.PublishedBelow(site.Path).Order(StringComparer.Ordinal));

            async Task CompareAsync(string when)
            {
                var report = await client.RequestAsync("workspace/diagnostic", new System.Text.Json.Nodes.JsonObject());
                var failures = new StringBuilder();
                foreach (var (name, site, expected) in sites)
                {
                    var actual = EditorClientReport.Below(report!, site.Path).Order(StringComparer.Ordinal).ToList();
                    if (!expected.SequenceEqual(actual))
                        failures.Append(CultureInfo.InvariantCulture, $"{name} {when}\n  expected: {string.Join("\n            ", expected.Except(actual))}\n  actual:   {string.Join("\n            ", actual.Except(expected))}\n");
                }

                Assert.True(failures.Length == 0, failures.ToString());
            }
        }
        finally
        {
            foreach (var (_, site, _) in sites)
                site.Dispose();
        }
    }

    public static TheoryData<string> Corpora => ["example-site", "rust-blog", "desktop-docs"];

    [Theory]
    [MemberData(nameof(Corpora))]
    public async Task A_corpus_is_shown_as_it_is_built(string name)
    {
        using var site = new EditedSite();
        var source = Locate(name);
        Copy(new DirectoryInfo(Path.Combine(source, Directory.Exists(Path.Combine(source, "content")) ? "content" : "docs")), site.Full("content"));
        foreach (var folder in (string[])["static", "wwwroot"])
        {
            if (Directory.Exists(Path.Combine(source, folder)))
                Copy(new DirectoryInfo(Path.Combine(source, folder)), site.Full(folder));
        }

        var configuration = name == "example-site" ? Path.Combine(source, "content.json") : Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Corpora", name + ".json");
        File.Copy(configuration, site.Full("content.json"));
        await using var client = await EditorClient.StartAsync([site.Path]);
        var expected = site.Build();
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await client.PullAsync(site.Path)).Order(StringComparer.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), client.PublishedBelow(site.Path));
    }

    /// <summary>The folder of a corpus; or the test is skipped.</summary>
    private static string Locate(string name)
    {
        if (name == "example-site")
            return Path.Combine(RepositoryRoot.Path, name);
        if (Environment.GetEnvironmentVariable("CONTENT_CORPORA") is { Length: > 0 } given)
            return Path.Combine(given, name);
        for (var folder = new DirectoryInfo(RepositoryRoot.Path); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, "shared", "corpora", name) is var candidate && Directory.Exists(candidate))
                return candidate;
        }

        Assert.Skip($"The corpus '{name}' is not on this machine: set CONTENT_CORPORA to the folder that holds it.");
        return "";
    }

    private static EditedSite Copy(string folder)
    {
        var options = Path.Combine(folder, "options.json");
        using var document = JsonDocument.Parse(File.Exists(options) ? File.ReadAllText(options) : "{}");
        var includes = document.RootElement.TryGetProperty("includeUnpublished", out var unpublished) && unpublished.GetBoolean();
        DateOnly? date = document.RootElement.TryGetProperty("buildDate", out var written) ? DateOnly.Parse(written.GetString()!, CultureInfo.InvariantCulture) : null;
        var site = new EditedSite(includes, date);
        Copy(new DirectoryInfo(folder), site.Path);
        return site;
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } link)
                File.CreateSymbolicLink(target, link);
            else if (entry is DirectoryInfo folder)
                Copy(folder, target);
            else
                ((FileInfo)entry).CopyTo(target);
        }
    }

    /// <summary>The files that an editor could have open with their very bytes.</summary>
    private static IEnumerable<string> TextsOf(EditedSite site)
    {
        var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        foreach (var file in Directory.EnumerateFiles(site.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            if (Path.GetExtension(file) is not (".md" or ".markdown" or ".html" or ".htm" or ".yml" or ".yaml" or ".toml" or ".json") || file.Contains("/obj/", StringComparison.Ordinal))
                continue;
            var bytes = File.ReadAllBytes(file);
            if (bytes is [0xEF, 0xBB, 0xBF, ..])
                continue;
            string text;
            try
            {
                text = strict.GetString(bytes);
            }
            catch (ArgumentException)
            {
                continue;
            }

            if (!text.Contains('\0', StringComparison.Ordinal))
                yield return file;
        }
    }
}
