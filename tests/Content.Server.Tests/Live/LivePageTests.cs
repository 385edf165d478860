namespace Content.Server.Tests.Live;

/// <summary>Pages of the program come, go, and get other routes and links while it runs: the real server, a real folder.</summary>
public sealed class LivePageTests : IDisposable
{
    private readonly LiveSite site = new(("Pages/Weather.razor", "@page \"/weather\"\n<a href=\"/pages/a/\">a</a>\n"), ("Home.cshtml", "@page \"/home\"\n"));

    public LivePageTests() => site.Save("b.md", "# B\n\n[weather](/weather) [home](/home)\n");

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task A_route_that_changes_breaks_the_links_to_it_until_it_is_back()
    {
        await BeginAsync();
        site.SavePage("Pages/Weather.razor", "@page \"/forecast\"\n");
        Assert.Equal(["content/b.md CONTENT2001"], await site.NextDiagnosticsAsync());
        site.SavePage("Pages/Weather.razor", "@page \"/weather\"\n");
        Assert.Empty(await site.NextDiagnosticsAsync());
    }

    [Fact]
    public async Task A_link_of_a_page_to_an_article_is_told_when_either_changes()
    {
        await BeginAsync();
        site.SavePage("Home.cshtml", "@page \"/home\"\n<a href=\"/pages/gone/\">gone</a>\n");
        Assert.Equal(["Home.cshtml CONTENT2001"], await site.NextDiagnosticsAsync());
        site.Save("gone.md", "# Gone\n");
        Assert.Empty(await site.NextDiagnosticsAsync());
        File.Delete(site.Full("a.md"));
        Assert.Equal(["Pages/Weather.razor CONTENT2001"], await site.NextDiagnosticsAsync());
    }

    [Fact]
    public async Task A_page_that_is_deleted_answers_nothing_and_one_that_is_new_does()
    {
        await BeginAsync();
        File.Delete(site.FullOfProject("Home.cshtml"));
        Assert.Equal(["content/b.md CONTENT2001"], await site.NextDiagnosticsAsync());
        site.SavePage("Components/Deep/Home.razor", "@page \"/home\"\n");
        Assert.Empty(await site.NextDiagnosticsAsync());
        Directory.Move(site.FullOfProject("Pages"), site.FullOfProject("Other"));
        File.Delete(site.FullOfProject("Other/Weather.razor"));
        Assert.Equal(["content/b.md CONTENT2001"], await site.NextDiagnosticsAsync());
    }

    /// <summary>Others answer nothing: what the project left out when it was built, what another project has, and what a build makes.</summary>
    [Theory]
    [InlineData("old/Forecast.razor")]
    [InlineData("other/Pages/Forecast.razor")]
    [InlineData("bin/Debug/Forecast.razor")]
    [InlineData("node_modules/x/Forecast.razor")]
    public async Task Pages_that_are_not_the_project_s_answer_nothing(string file)
    {
        site.SavePage("other/Other.csproj", "<Project />");
        site.SavePage("old/Forecast.razor", "@page \"/forecast\"\n");
        File.SetLastWriteTimeUtc(site.Description, DateTime.UtcNow.AddMinutes(1));
        site.Save("b.md", "# B\n\n[forecast](/forecast)\n");
        site.Start();
        await site.ConnectAsync();
        Assert.Equal(["content/b.md CONTENT2001"], await site.NextDiagnosticsAsync());
        site.SavePage(file, "@page \"/forecast\"\n\n");
        site.Save("c.md", "[gone](gone.md)\n");
        Assert.Equal(["content/b.md CONTENT2001", "content/c.md CONTENT2001"], await site.NextDiagnosticsAsync());
        site.SavePage("Pages/Forecast.razor", "@page \"/forecast\"\n");
        Assert.Equal(["content/c.md CONTENT2001"], await site.NextDiagnosticsAsync());
    }

    [Fact]
    public async Task Addresses_that_were_published_are_followed()
    {
        await BeginAsync();
        site.SavePage("content.urls.txt", "/pages/lost/\n");
        Assert.Equal(["content.urls.txt CONTENT4004"], await site.NextDiagnosticsAsync());
        File.Delete(site.FullOfProject("content.urls.txt"));
        Assert.Empty(await site.NextDiagnosticsAsync());
    }

    private async Task BeginAsync()
    {
        site.Start();
        await site.ConnectAsync();
        Assert.Empty(await site.NextDiagnosticsAsync());
    }
}
