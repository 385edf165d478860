using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Inference;

/// <summary>
/// Every folder <c>Inference/Cases/case</c>: what is inferred from its content is expected.jsonc, and a build with it has nothing to say of collections,
/// fields, addresses and symbols. To write the expectation of a new case, run with CONTENT_UPDATE_CASES=1 and read what it wrote.
/// </summary>
public sealed class InferenceCaseTests
{
    private static readonly string root = Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Inference", "Cases");

    public static TheoryData<string> All => [.. Directory.EnumerateDirectories(root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_case_gives_what_it_expects(string name)
    {
        using var project = InferenceProject.Copy(Path.Combine(root, name));

        var inferred = project.Infer();

        Assert.Empty(inferred.Diagnostics);
        var expected = Path.Combine(root, name, "expected.jsonc");
        if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
            File.WriteAllText(expected, inferred.Text);
        Assert.Equal(File.ReadAllText(expected).ReplaceLineEndings("\n"), inferred.Text);
        Assert.Equal(inferred.Text, File.ReadAllText(project.ConfigurationFile));
        // What no configuration can fix, a case may have: front matter that is never closed.
        Assert.Equal([], project.Compile().Diagnostics.Where(found => found.Code is not "CONTENT1009").Select(CaseFolder.Format));
    }
}
