namespace Content.Compiler.Tests.Architecture;

/// <summary>The folders of the sources are the pipeline: they use one another in one direction.</summary>
public sealed class FolderTests
{
    private static readonly string sources = Path.Combine(RepositoryRoot.Path, "src");

    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(sources, "*.csproj", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(sources, Path.GetDirectoryName(path)!))
        .Where(path => !path.Contains("node_modules", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Projects))]
    public void Folders_use_one_another_in_one_direction(string project)
    {
        var uses = FolderUses.Of(Path.Combine(sources, project));
        var circles = uses.Parents.SelectMany(parent => uses.FindCircles(parent)).ToList();
        Assert.True(circles.Count == 0, "These uses close a circle of folders:\n" + string.Join('\n', circles));
    }

    [Fact]
    public void A_circle_of_two_folders_is_found_with_its_files()
    {
        var uses = new FolderUses(
        [
            ("Links/Link.cs", "using P.Sites;\n\nnamespace P.Links;\n\npublic sealed record Link(Site Site);\n"),
            ("Sites/Site.cs", "using P.Links;\n\nnamespace P.Sites;\n\npublic sealed record Site(Link[] Links);\n"),
        ]);
        Assert.Equal(["Links/Link.cs uses Site of Sites", "Sites/Site.cs uses Link of Links"], uses.FindCircles());
    }

    [Fact]
    public void A_circle_over_three_folders_is_found()
    {
        var uses = new FolderUses(
        [
            ("A/X.cs", "using P.B;\n\nnamespace P.A;\n\ninternal sealed class X { private Y y; }\n"),
            ("B/Y.cs", "using P.C;\n\nnamespace P.B;\n\ninternal sealed class Y { private Z z; }\n"),
            ("C/Z.cs", "using P.A;\n\nnamespace P.C;\n\ninternal sealed class Z { private X x; }\n"),
        ]);
        Assert.Equal(3, uses.FindCircles().Count);
    }

    [Fact]
    public void A_circle_of_subfolders_is_found_below_their_folder()
    {
        var uses = new FolderUses(
        [
            ("A/One/X.cs", "using P.A.Two;\n\nnamespace P.A.One;\n\ninternal sealed class X { private Y y; }\n"),
            ("A/Two/Y.cs", "using P.A.One;\n\nnamespace P.A.Two;\n\ninternal sealed class Y { private X x; }\n"),
        ]);
        Assert.Empty(uses.FindCircles());
        Assert.Equal(2, uses.FindCircles("A").Count);
        Assert.Contains("A", uses.Parents);
    }

    [Fact]
    public void Names_in_comments_and_texts_and_of_members_are_no_uses()
    {
        var uses = new FolderUses(
        [
            ("Links/Link.cs", "using P.Sites;\n\nnamespace P.Links;\n\n/// <see cref=\"Site\"/>\npublic sealed record Link(string Text = \"Site\", object O) { object P => O.Site; }\n"),
            ("Sites/Site.cs", "using P.Links;\n\nnamespace P.Sites;\n\npublic sealed record Site(Link[] Links);\n"),
        ]);
        Assert.Empty(uses.FindCircles());
    }

    /// <summary>The page that explains the architecture names every folder, in the order in which they use one another.</summary>
    [Fact]
    public void The_architecture_page_names_the_folders_of_the_compiler_in_their_order()
    {
        var page = File.ReadAllText(Path.Combine(sources, "README.md"));
        var rows = page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ToList();
        var folders = Directory.EnumerateDirectories(Path.Combine(sources, "Content.Compiler")).Select(folder => Path.GetFileName(folder)!)
            .Where(name => name is not ("bin" or "obj")).ToList();
        Assert.Empty(folders.Except(rows));
        var uses = FolderUses.Of(Path.Combine(sources, "Content.Compiler"));
        var upward = uses.FindUses().Where(use => rows.IndexOf(use.From) is var from and >= 0 && rows.IndexOf(use.To) > from).Select(use => $"{use.From} uses {use.To}, which the page has below it");
        Assert.Empty(upward);
    }
}
