namespace Content.Compiler.Tests;

/// <summary>Real sites that lie beside the repository; where they do not, their tests say that they were skipped.</summary>
internal static class Corpus
{
    /// <summary>The folder of a corpus, such as <c>rust-blog/content</c>; or the test is skipped.</summary>
    public static string Folder(string name)
    {
        foreach (var root in new[] { Environment.GetEnvironmentVariable("CONTENT_CORPORA"), System.IO.Path.Combine(RepositoryRoot.Path, "..", "shared", "corpora"), System.IO.Path.Combine(RepositoryRoot.Path, "..", "..", "shared", "corpora") })
        {
            if (root is not null && Directory.Exists(System.IO.Path.Combine(root, name)))
                return System.IO.Path.GetFullPath(System.IO.Path.Combine(root, name));
        }

        Assert.Skip($"The corpus '{name}' is not there. Name the folder of the corpora in CONTENT_CORPORA.");
        return "";
    }
}
