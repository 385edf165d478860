using System.Text;
using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Tests.Catalogs;

namespace Content.Compiler.Tests.CaseRunner;

/// <summary>
/// Every folder <c>Cases/area/case</c>: the diagnostics are those of expected.txt, line by line, bodies those under expected/,
/// and where there is an entries.txt, it lists the entries with their addresses and values; a tree.txt likewise the tree of each collection, a corrections.txt likewise what is offered to be written.
/// To write the expectation of a new case, run with CONTENT_UPDATE_CASES=1 and read what it wrote.
/// </summary>
public sealed class CaseTests
{
    public static TheoryData<string> All =>
    [
        .. Directory.EnumerateDirectories(CaseFolder.Root)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.GetRelativePath(CaseFolder.Root, folder).Replace(Path.DirectorySeparatorChar, '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_case_gives_what_it_expects(string name)
    {
        var folder = new CaseFolder(Path.Combine(CaseFolder.Root, name));
        var output = Directory.CreateTempSubdirectory("content-case-");
        try
        {
            var result = folder.Compile(output.FullName);
            var actual = string.Concat(result.Diagnostics.Select(diagnostic => CaseFolder.Format(diagnostic) + "\n"));
            Check(folder.ExpectedFile, actual);
            if (File.Exists(folder.EntriesFile))
                Check(folder.EntriesFile, EntryText.Of(result.Site!));
            if (File.Exists(folder.CorrectionsFile))
                Check(folder.CorrectionsFile, string.Concat(result.Diagnostics.SelectMany(CaseFolder.FormatCorrections).Select(line => line + "\n")));
            if (File.Exists(folder.TreeFile))
                Check(folder.TreeFile, TreeText.Of(CompiledSite.Open(File.ReadAllBytes(result.CatalogFile))));
            foreach (var (article, file) in folder.ExpectedBodies)
            {
                if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
                    File.WriteAllText(file, BodyOf(result, article).TrimEnd() + "\n");
                Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd(), BodyOf(result, article).TrimEnd());
            }
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }

    private static void Check(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }

    private static string BodyOf(CompilationResult result, string article)
    {
        var entry = result.Site!.Collections.SelectMany(collection => collection.Entries).Single(entry => entry.Article.Path == article);
        using var body = new MemoryStream();
        var writer = new BodyWriter(body);
        writer.Write(entry);
        writer.Flush();
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
