using System.Globalization;

namespace Content.Compiler.Tests.Incremental;

/// <summary>The same input makes the same bytes, wherever and however it is compiled.</summary>
public sealed class SameBytesTests : IDisposable
{
    private readonly TemporaryProject project = new();
    private readonly TemporaryProject elsewhere = new();

    public SameBytesTests()
    {
        Fill(project, Enumerable.Range(0, 40));
        Fill(elsewhere, Enumerable.Range(0, 40).Reverse());
    }

    public void Dispose()
    {
        project.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public void In_another_folder_whose_files_were_made_in_another_order() => AssertSame(project.FromScratch(), elsewhere.FromScratch());

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void On_any_number_of_threads(int threads)
    {
        var expected = project.FromScratch();
        project.Compile(threads);
        AssertSame(expected, project.Outputs());
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    [InlineData("de-DE")]
    [InlineData("sv-SE")]
    public void In_any_culture(string culture)
    {
        var expected = project.FromScratch();
        var own = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = new CultureInfo(culture);
            AssertSame(expected, project.FromScratch());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, CultureInfo.DefaultThreadCurrentCulture) = own;
        }
    }

    private static void AssertSame((string Source, string Blob) expected, (string Source, string Blob) actual)
    {
        Assert.Equal(expected.Source, actual.Source);
        Assert.Equal(expected.Blob, actual.Blob);
    }

    private static void Fill(TemporaryProject project, IEnumerable<int> order)
    {
        project.Write("content.json", """
            { "collections": { "posts": { "type": "Post", "files": "**/*.md", "order": "score desc, title", "url": "/{when:yyyy-MM}/{slug}/{score}/",
              "fields": { "title": "string", "date": "date", "score": "number", "price": "decimal", "when": "datetime", "tags": "string[]" } } } }
            """);
        foreach (var index in order)
        {
            project.Write($"content/{(index % 3 == 0 ? "İı" : "I-i")}/{(char)('a' + index % 26)}{index}.md", $"""
                ---
                title: İstanbul ıI {index}
                date: 2026-01-{1 + index % 28:00}
                score: {(index / 7.0).ToString(CultureInfo.InvariantCulture)}
                price: {index}.50
                when: 2026-11-{1 + index % 28:00}T10:20:30.5+02:00
                tags: [title, İ, i, ı]
                ---

                # TITLE I {index}

                [there](#title-i-{index}) "quoted" text...
                """);
        }
    }
}
