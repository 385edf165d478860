using System.Text;
using System.Runtime.Versioning;
using Content.Compiler.Corrections;

namespace Content.Compiler.Tests.Corrections;

/// <summary>What has one certain form is written, and nothing else, to the byte.</summary>
public sealed class ContentFixTests : IDisposable
{
    private const string Configuration = """
        { "enums": { "Tag": ["dotnet", "msbuild"] },
          "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "summary": "string?", "tags": "Tag[]?" } } } }
        """;

    private readonly TemporaryProject project = new();

    public ContentFixTests() => project.Write("content.json", Configuration);

    public void Dispose() => project.Dispose();

    [Fact]
    public void Each_kind_of_mistake_is_corrected_and_the_next_build_has_none_of_them()
    {
        project.Write("content/Guide/set-up.md", "# Install it\n");
        project.Write("content/a.md", """
            ---
            sumary: Short
            tags: [dotnte]
            ---
            # Opening

            [case](guide/Set-Up.md), [page](Guide/set-upp.md), ![asset](Guide/pcture.png), [there](Guide/set-up.md#instal-it), [here](#openin), [mail](jane@example.org).
            [back](Guide\set-up.md)
            """);
        project.Write("content/Guide/picture.png");

        var result = Fix();

        Assert.Equal(
            ["CONTENT1003", "CONTENT1005", "CONTENT2005", "CONTENT2001", "CONTENT2002", "CONTENT2003", "CONTENT2004", "CONTENT2018", "CONTENT2009"],
            Assert.Single(result.Files).Corrections.Select(applied => applied.Diagnostic.Code));
        Assert.Equal(
            """
            ---
            summary: Short
            tags: [dotnet]
            ---
            # Opening

            [case](Guide/set-up.md), [page](Guide/set-up.md), ![asset](Guide/picture.png), [there](Guide/set-up.md#install-it), [here](#opening), [mail](mailto:jane@example.org).
            [back](Guide/set-up.md)
            """, Text("content/a.md"));
        Assert.Empty(project.Compile().Diagnostics);
    }

    [Fact]
    public void What_articles_take_in_is_corrected_and_tables_of_contents_are()
    {
        project.Write("content.json", """{ "dialect": "docfx", "collections": { "pages": { "type": "Page", "files": ["**/*.md", "!includes/**"], "fields": { "title": "string?" } } } }""");
        project.Write("content/Guide/set-up.md", "# Install it\n");
        project.Write("content/a.md", "[!INCLUDE [x](includes/part.md)]\n\n[case](guide/Set-Up.md)\n");
        project.Write("content/b.md", "[!INCLUDE [x](includes/part.md)]\n");
        project.Write("content/includes/part.md", "See [it](../guide/set-up.md).\r\n");
        project.Write("content/toc.yml", "- name: A\r\n  href: A.md # first\r\n- name: Set up\n  href: 'guide/set-up.md'\n");

        var result = Fix();

        Assert.Equal(["content/a.md", "content/includes/part.md", "content/toc.yml"], result.Files.Select(file => file.File));
        Assert.Equal("See [it](../Guide/set-up.md).\r\n", Text("content/includes/part.md"));
        Assert.Equal("- name: A\r\n  href: a.md # first\r\n- name: Set up\n  href: 'Guide/set-up.md'\n", Text("content/toc.yml"));
        Assert.Empty(project.Compile().Diagnostics);
    }

    [Fact]
    public void What_has_more_than_one_form_stays()
    {
        project.Write("content/guide/chapter-1.md");
        project.Write("content/guide/chapter-2.md");
        project.Write("content/guide/last.md", "# Part 1\n");
        const string text = "[which](guide/chapter-3.md), [number](guide/last.md#part-2), [none](nowhere.md)\n";
        project.Write("content/a.md", text);

        Assert.Equal(0, Fix().Count);
        Assert.Equal(text, Text("content/a.md"));
    }

    [Fact]
    public void One_correction_brings_the_next_to_light()
    {
        project.Write("content/Guide.md", "# Install\n");
        project.Write("content/a.md", "[x](guide.md#instal)\n");

        Assert.Equal(["CONTENT2003", "CONTENT2005"], Fix().Files.Single().Corrections.Select(applied => applied.Diagnostic.Code));
        Assert.Equal("[x](Guide.md#install)\n", Text("content/a.md"));
    }

    [Fact]
    public void Bytes_that_no_correction_covers_are_kept()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. "# \u00E9 e\u0301 \U0001F600\r\n\r[x](B.md)\n\t \0 \u2028\r\n"u8];
        project.Write("content/b.md");
        File.WriteAllBytes(project.Full("content/a.md"), before);

        Fix();

        byte[] after = [.. before];
        after[Array.IndexOf(after, (byte)'B')] = (byte)'b';
        Assert.Equal(after, File.ReadAllBytes(project.Full("content/a.md")));
    }

    [Fact]
    public void Neighbours_are_corrected_each_and_one_place_once()
    {
        project.Write("content/b.md");
        project.Write("content/a.md", "[1](B.md)[2](B.md)![3](B.md)\n\n<a href=\"B.md\">4</a><a href='B.md'>5</a>\n\n[6][x] [7][x]\n\n[x]: B.md\n");

        Fix();

        Assert.Equal("[1](b.md)[2](b.md)![3](b.md)\n\n<a href=\"b.md\">4</a><a href='b.md'>5</a>\n\n[6][x] [7][x]\n\n[x]: b.md\n", Text("content/a.md"));
    }

    [Fact]
    public void Only_what_is_wanted_is_written()
    {
        project.Write("content/b.md");
        project.Write("content/a.md", "[x](B.md) [y](jane@example.org)\n");

        Fix(request => request with { IsWanted = diagnostic => diagnostic.Code == "CONTENT2018" });

        Assert.Equal("[x](B.md) [y](mailto:jane@example.org)\n", Text("content/a.md"));
    }

    [Fact]
    public void A_list_writes_nothing()
    {
        project.Write("content/b.md");
        project.Write("content/a.md", "[x](B.md)\n");
        var time = File.GetLastWriteTimeUtc(project.Full("content/a.md"));

        var applied = Assert.Single(Assert.Single(Fix(request => request with { Writes = false }).Files).Corrections);

        Assert.Equal(("B.md", "b.md"), (applied.Replaced, applied.Correction.Text));
        Assert.Equal("[x](B.md)\n", Text("content/a.md"));
        Assert.Equal(time, File.GetLastWriteTimeUtc(project.Full("content/a.md")));
    }

    [Fact]
    public void What_is_suppressed_stays()
    {
        project.Write("content/b.md");
        const string text = "<!-- content-ignore CONTENT2005 as it is served -->\n[x](B.md)\n";
        project.Write("content/a.md", text);

        Assert.Equal(0, Fix().Count);
        Assert.Equal(text, Text("content/a.md"));
    }

    [Fact]
    public void A_file_that_changes_in_the_meantime_is_left_alone()
    {
        project.Write("content/b.md");
        project.Write("content/a.md", "[x](B.md)\n");
        var isFirst = true;

        var result = Fix(request => request with
        {
            IsWanted = _ =>
            {
                if (isFirst)
                    File.AppendAllText(project.Full("content/a.md"), "More.\n");
                isFirst = false;
                return true;
            },
        });

        Assert.Empty(result.Files);
        Assert.Equal([("content/a.md", "it changed in the meantime")], result.LeftAlone);
        Assert.Equal("[x](B.md)\nMore.\n", Text("content/a.md"));
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void The_mode_of_a_file_is_kept_and_a_read_only_one_is_left_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        project.Write("content/b.md");
        project.Write("content/a.md", "[x](B.md)\n");
        project.Write("content/c.md", "[x](B.md)\n");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead;
        File.SetUnixFileMode(project.Full("content/a.md"), mode);
        File.SetUnixFileMode(project.Full("content/c.md"), UnixFileMode.UserRead);

        var result = Fix();

        Assert.Equal("content/a.md", Assert.Single(result.Files).File);
        Assert.Equal(mode, File.GetUnixFileMode(project.Full("content/a.md")));
        Assert.Equal("CONTENT9002", Assert.Single(result.Diagnostics).Code);
        Assert.Equal("[x](B.md)\n", Text("content/c.md"));
        Assert.Equal(["a.md", "b.md", "c.md"], Directory.EnumerateFiles(project.Full("content")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Nothing_is_written_through_a_symbolic_link()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        project.Write("content/b.md");
        project.Write("outside/o.md", "[x](B.md)\n");
        project.Write("content/real/r.md", "[x](../B.md)\n");
        File.CreateSymbolicLink(project.Full("content/out.md"), project.Full("outside/o.md"));
        Directory.CreateSymbolicLink(project.Full("content/away"), project.Full("outside"));
        Directory.CreateSymbolicLink(project.Full("content/again"), project.Full("content/real"));

        var result = Fix();

        Assert.Equal("content/real/r.md", Assert.Single(result.Files).File);
        Assert.Equal([("content/again/r.md", "it is reached through a symbolic link")], result.LeftAlone);
        Assert.Equal("[x](B.md)\n", Text("outside/o.md"));
        Assert.NotNull(new FileInfo(project.Full("content/out.md")).LinkTarget);
    }

    [Fact]
    public void Faults_of_the_configuration_are_all_there_is_to_say()
    {
        project.Write("content.json", "{ \"colections\": {} }");
        project.Write("content/a.md", "[x](A.md)\n");

        var result = Fix();

        Assert.Equal("CONTENT0003", Assert.Single(result.Diagnostics).Code);
        Assert.Equal("{ \"colections\": {} }", Text("content.json"));
    }

    [Fact]
    public void What_the_state_of_a_build_knows_makes_no_difference()
    {
        project.Write("content/b.md");
        project.Write("content/a.md", "[x](B.md)\n");
        project.Compile();

        Assert.Equal(1, Fix().Count);
        Assert.Empty(project.Compile().Diagnostics);
        Assert.Equal(0, Fix().Count);
    }

    private FixResult Fix(Func<FixRequest, FixRequest>? change = null)
    {
        var request = new FixRequest { Compilation = project.Request() };
        return ContentCompiler.Fix(change?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
    }

    private string Text(string path) => File.ReadAllText(project.Full(path), Encoding.UTF8);
}
