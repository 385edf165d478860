using Content.Compiler.Tests.PublicApi;

namespace Content.AspNetCore.Tests.PublicApi;

public sealed class PublicApiTests
{
    [Fact]
    public void The_public_api_of_the_package_is_the_one_that_is_written_down()
    {
        var file = Path.Combine(RepositoryRoot.Path, "src", "Content.AspNetCore", "PublicApi.txt");
        var actual = PublicApiText.Of(typeof(ContentEndpoints).Assembly);
        if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
            File.WriteAllText(file, actual);
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
