using Content.Runtime;

namespace Content.Compiler.Tests.PublicApi;

/// <summary>
/// What generated code and users compile against does not change unnoticed: a line that goes breaks somebody, and belongs into the changelog as Breaking.
/// To take over a change, run with CONTENT_UPDATE_CASES=1 and read what it wrote.
/// </summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_of_the_runtime_is_the_one_that_is_written_down()
    {
        var file = Path.Combine(RepositoryRoot.Path, "src", "Content.Runtime", "PublicApi.txt");
        var actual = PublicApiText.Of(typeof(IContentEntry).Assembly);
        if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
