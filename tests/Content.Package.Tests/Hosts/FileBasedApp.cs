using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Hosts;

/// <summary>The SDK skips the build of a program in one file where no file that it knows of has changed: articles are none of those.</summary>
public sealed class FileBasedApp(PackageFeed feed)
{
    [Fact]
    public void Notices_every_change_of_the_content()
    {
        var folder = feed.NewFolder("single");
        File.WriteAllText(Path.Combine(folder, "app.cs"), $"""
            #:package Content.Build@{feed.Version}
            #:property ContentNamespace=Texts
            foreach (var article in Texts.Catalog.Articles)
                System.Console.WriteLine(article.Title);
            """);
        Article("a.md", "A");
        Assert.Equal("A\n", Run().Output);
        Article("a.md", "Edited");
        Assert.Equal("Edited\n", Run().Output);
        Article("b.md", "New");
        Assert.Equal("Edited\nNew\n", Run().Output);
        File.WriteAllText(Path.Combine(folder, "content.json"), "{");
        Assert.Contains("CONTENT0002", Run().Output, StringComparison.Ordinal);

        Outcome Run() => DotNet.Run(folder, "run", "app.cs");

        void Article(string path, string title)
        {
            Directory.CreateDirectory(Path.Combine(folder, "content"));
            File.WriteAllText(Path.Combine(folder, "content", path), $"---\ntitle: {title}\ndate: 2026-11-23\n---\n");
        }
    }
}
