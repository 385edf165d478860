namespace Content.Server.Tests.Live;

/// <summary>The server as a program meets it: what it tells after each way in which editors and tools change files, and when it ends.</summary>
public sealed class LiveHostTests : IDisposable
{
    private readonly LiveSite site = new();

    public void Dispose() => site.Dispose();

    [Fact]
    public async Task Who_connects_is_told_the_state_and_what_is_wrong()
    {
        site.Save("c.md", "[gone](gone.md)\n");
        site.Start();
        await site.ConnectAsync();
        Assert.Contains("First.", await site.ReadStateAsync(), StringComparison.Ordinal);
        Assert.Equal(["content/c.md CONTENT2001"], await site.NextDiagnosticsAsync());
    }

    /// <summary>A process without the tables of the system's Unicode library composes nothing, and its addresses would not be the build's.</summary>
    [Fact]
    public async Task Addresses_are_composed_as_a_build_composes_them()
    {
        site.Save("a.md", "# A\n\n[there](cafe\u0301.md)\n");
        site.Save("cafe\u0301.md", "# Caf\u00E9\n");
        site.Start();
        await site.ConnectAsync();

        Assert.Contains("href=\"/pages/caf%C3%A9/\"", await site.ReadStateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_written_in_place_is_shown()
    {
        await BeginAsync();
        site.Save("a.md", "# A\n\nSecond.\n");
        await site.NextStateWithAsync("Second.");
    }

    [Fact]
    public async Task A_file_written_beside_and_renamed_is_shown()
    {
        await BeginAsync();
        await File.WriteAllTextAsync(site.Full(".a.md.swp"), "# A\n\nSecond.\n", TestContext.Current.CancellationToken);
        File.Move(site.Full(".a.md.swp"), site.Full("a.md"), overwrite: true);
        await site.NextStateWithAsync("Second.");
    }

    /// <summary>Vim's way with backups: the old file is renamed, the new one is made under its name.</summary>
    [Fact]
    public async Task A_file_renamed_away_and_made_anew_is_shown()
    {
        await BeginAsync();
        File.Move(site.Full("a.md"), site.Full("a.md~"));
        site.Save("a.md", "# A\n\nSecond.\n");
        File.Delete(site.Full("a.md~"));
        await site.NextStateWithAsync("Second.");
    }

    [Fact]
    public async Task A_file_cut_off_first_and_written_then_is_never_shown_empty()
    {
        await BeginAsync();
        await using (var stream = new FileStream(site.Full("a.md"), FileMode.Truncate, FileAccess.Write, FileShare.Read))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            await stream.WriteAsync("# A\n\nSecond.\n"u8.ToArray(), TestContext.Current.CancellationToken);
        }

        Assert.Contains("Second.", await site.ReadStateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_that_come_and_go_are_shown()
    {
        await BeginAsync();
        site.Save("new/c.md", "# C\n\nThird.\n");
        await site.NextStateWithAsync("Third.");
        Directory.Delete(site.Full("new"), recursive: true);
        Assert.DoesNotContain("Third.", await site.ReadStateAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_renamed_takes_its_articles_along()
    {
        site.Save("old/c.md", "# C\n\nThird.\n");
        await BeginAsync();
        Directory.Move(site.Full("old"), site.Full("other"));
        await site.NextStateWithAsync("/pages/other/c/");
    }

    [Fact]
    public async Task A_thousand_files_at_once_are_one_or_a_few_states()
    {
        await BeginAsync();
        for (var number = 0; number < 1000; number++)
            site.Save($"many/p{number}.md", $"# P\n\nNumber {number}.\n");
        await site.NextStateWithAsync("Number 999.");
    }

    [Fact]
    public async Task An_article_with_an_error_keeps_its_last_good_state_and_others_go_on()
    {
        await BeginAsync();
        site.Save("a.md", "# A\n\n[gone](gone.md) Broken.\n");
        Assert.Equal(["content/a.md CONTENT2001"], await site.NextDiagnosticsAsync());
        site.Save("b.md", "# B\n\nElsewhere.\n");
        var state = await site.NextStateWithAsync("Elsewhere.");
        Assert.Contains("First.", state, StringComparison.Ordinal);
        Assert.DoesNotContain("Broken.", state, StringComparison.Ordinal);
        site.Save("a.md", "# A\n\nFixed.\n");
        await site.NextStateWithAsync("Fixed.");
        Assert.Empty(await site.NextDiagnosticsAsync());
    }

    [Fact]
    public async Task A_new_article_with_an_error_is_not_shown_before_it_is_right()
    {
        await BeginAsync();
        site.Save("c.md", "[gone](gone.md) Third.\n");
        Assert.Equal(["content/c.md CONTENT2001"], await site.NextDiagnosticsAsync());
        site.Save("a.md", "# A\n\nSecond.\n");
        Assert.DoesNotContain("Third.", await site.NextStateWithAsync("Second."), StringComparison.Ordinal);
        site.Save("c.md", "# C\n\nThird.\n");
        await site.NextStateWithAsync("Third.");
    }

    [Fact]
    public async Task A_broken_configuration_keeps_the_state_and_is_told()
    {
        await BeginAsync();
        site.Configure("{ broken");
        Assert.Equal(["content.json CONTENT0002"], await site.NextDiagnosticsAsync());
        site.Configure("""{ "root": "texts", "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "title": "string?" } } } }""");
        Assert.Equal(["content.json CONTENT0005"], await site.NextDiagnosticsAsync());
        Directory.Move(System.IO.Path.Combine(site.Path, "content"), System.IO.Path.Combine(site.Path, "texts"));
        await site.NextStateWithAsync("First.");
        File.WriteAllText(System.IO.Path.Combine(site.Path, "texts", "a.md"), "# A\n\nSecond.\n");
        await site.NextStateWithAsync("Second.");
    }

    /// <summary>There is no wwwroot, which would be watched for: that is no reason to look around.</summary>
    [Fact]
    public async Task At_rest_it_does_nothing()
    {
        var server = site.Start();
        await site.ConnectAsync();
        await site.NextAsync("state");
        await Task.Delay(2_000, TestContext.Current.CancellationToken);
        server.Refresh();
        var before = server.TotalProcessorTime;
        await Task.Delay(2_000, TestContext.Current.CancellationToken);
        server.Refresh();
        // Processor time and no clock: whatever else the machine does, a loop uses up far more than this.
        Assert.InRange((server.TotalProcessorTime - before).TotalMilliseconds, 0, 300);
    }

    [Fact]
    public async Task It_ends_when_the_last_program_has_gone_and_leaves_nothing_behind()
    {
        var server = site.Start();
        await site.ConnectAsync();
        await site.NextAsync("state");
        site.Disconnect();
        Assert.Equal(0, await LiveSite.ExitAsync(server));
        Assert.False(Directory.Exists(site.States), string.Join(", ", Directory.Exists(site.States) ? Directory.GetFiles(site.States) : []));
    }

    [Fact]
    public async Task It_ends_when_the_project_is_gone()
    {
        var server = site.Start();
        await site.ConnectAsync();
        await site.NextAsync("state");
        Directory.Delete(site.Path, recursive: true);
        Assert.Equal(0, await LiveSite.ExitAsync(server));
        Directory.CreateDirectory(site.Path);
    }

    [Fact]
    public async Task A_second_one_for_the_same_project_ends_at_once()
    {
        await BeginAsync();
        Assert.Equal(0, await LiveSite.ExitAsync(site.Start()));
        site.Save("a.md", "# A\n\nSecond.\n");
        await site.NextStateWithAsync("Second.");
    }

    /// <summary>What a killed server left is no hindrance to the next.</summary>
    [Fact]
    public async Task One_that_was_killed_is_replaced()
    {
        var server = site.Start();
        await site.ConnectAsync();
        await site.NextAsync("state");
        server.Kill();
        await LiveSite.ExitAsync(server);
        site.Disconnect();
        await BeginAsync();
        site.Save("a.md", "# A\n\nSecond.\n");
        await site.NextStateWithAsync("Second.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{ "project": 3 }""")]
    public async Task A_damaged_description_ends_in_one_line(string text)
    {
        await File.WriteAllTextAsync(site.Description, text, TestContext.Current.CancellationToken);
        var server = site.Start();
        Assert.Equal(1, await LiveSite.ExitAsync(server));
        Assert.Single((await server.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n'));
    }

    /// <summary>Started, connected, and the first state and diagnostics read.</summary>
    private async Task BeginAsync()
    {
        site.Start();
        await site.ConnectAsync();
        await site.NextAsync("state");
        await site.NextDiagnosticsAsync();
    }
}
