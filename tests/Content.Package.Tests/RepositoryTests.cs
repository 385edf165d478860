namespace Content.Package.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void Solution_is_where_the_tests_look_for_it() => Assert.True(File.Exists(Path.Combine(RepositoryRoot.Path, "Content.sln")));
}
