using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Code;

/// <summary>What the C# compiler says of a sample stands in the article; front matter is five lines of each.</summary>
public sealed class CodeInArticles(PackageFeed feed)
{
    private const string Sample = "```csharp run\nvar length = \"abc\".Length;\nSystem.Console.WriteLine($0);\n```\n\n```text output\n3\n```\n";

    [Fact]
    public void An_error_in_a_sample_is_an_error_of_the_article_at_its_place()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "- in a list\n\n  " + Sample.Replace("$0", "lenght", StringComparison.Ordinal).Replace("\n", "\n  ", StringComparison.Ordinal));

        project.Build().Fails("content/a.md(10,28): error CS0103: The name 'lenght' does not exist in the current context");
        project.Build("--no-restore", "-p:ContentSamples=false").Passes();
    }

    [Fact]
    public void A_sample_runs_and_is_held_against_the_article()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: Sample.Replace("$0", "length", StringComparison.Ordinal));
        project.Write("Program.cs", "foreach (var sample in Catalog.Samples) { sample.Verify(); Console.Write($\"{sample} {sample.Entry.Title} {sample.Run()}\"); }");

        project.Build().Passes();

        Assert.Equal(["content/a.md(6) A 3"], project.Output());
    }

    [Fact]
    public void Code_that_is_taken_in_is_an_input_and_code_is_coloured_by_the_task_of_the_package()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "```csharp file=../Program.cs region=r\n```\n");
        project.Write("content.json", """{ "highlight": true, "snippets": ["."] }""");
        project.Write("Program.cs", "#region r\nvar first = 1;\n#endregion\nConsole.Write(first);\n");
        project.Build().Passes();
        Assert.Contains("<span class=\"hl-keyword\">var</span> <span class=\"hl-variable\">first</span>", File.ReadAllText(project.Blob), StringComparison.Ordinal);

        project.Write("Program.cs", "#region r\nvar other = 1;\n#endregion\nConsole.Write(other);\n");
        project.Build("--no-restore").Passes();
        Assert.Contains("<span class=\"hl-variable\">other</span>", File.ReadAllText(project.Blob), StringComparison.Ordinal);
    }

    [Fact]
    public void An_api_that_is_gone_is_an_error_of_every_article_that_names_it()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "<xref:Shop.Cart.Total>\n");
        project.Write("Cart.cs", "namespace Shop; public class Cart { public int Total => 1; }");
        project.Build().Passes();

        project.Write("Cart.cs", "namespace Shop; public class Cart { public int Totals => 1; }");
        project.Build("--no-restore").Fails("content/a.md(6,2,6,22): error CONTENT5006: No assembly of the project has the API 'Shop.Cart.Total'. Did you mean 'Shop.Cart.Totals'?");
    }
}
