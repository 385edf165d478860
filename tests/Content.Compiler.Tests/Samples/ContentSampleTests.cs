using Content.Runtime;

namespace Content.Compiler.Tests.Samples;

/// <summary>A sample that runs is held against what its article says, and against the clock of whoever asks.</summary>
public sealed class ContentSampleTests
{
    [Fact]
    public void What_differs_is_shown_with_the_article_and_the_line()
    {
        var sample = Sample("a\nb\nc\nd\ne\nf\nlong\ng\nh\ni\nj\nk\n", () =>
        {
            foreach (var line in "abcdefghijk")
                Console.WriteLine(line is 'h' ? "H" : line.ToString());
        });

        var failure = Assert.Throws<ContentException>(() => sample.Verify());
        Assert.Equal("content/a.md(7): the sample does not print what the article says:\n  …\n  d\n  e\n  f\n- long\n  g\n- h\n+ H\n  i\n  j\n  k", failure.Message);
    }

    [Theory]
    [InlineData("a\nb", "content/a.md(7): the sample does not print what the article says:\n  a\n- b")]
    [InlineData("", "content/a.md(7): the sample does not print what the article says:\n- \n+ a")]
    [InlineData("a  \n\n", null)]
    [InlineData(null, null)]
    public void Lines_that_are_missing_or_too_many_are_told_and_white_space_at_the_end_is_not(string? output, string? message)
    {
        var failure = Record.Exception(() => Sample(output, () => Console.WriteLine("a")).Verify());
        Assert.Equal(message, failure?.Message);
    }

    [Fact]
    public void A_sample_that_is_not_done_in_time_is_told_and_writes_nothing_into_the_next_one()
    {
        using var started = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        using var wrote = new ManualResetEventSlim();
        var endless = Sample("", () =>
        {
            started.Set();
            goOn.Wait(TestContext.Current.CancellationToken);
            Console.WriteLine("late");
            wrote.Set();
        });

        // Reason: it cannot be done before it is told to go on, whatever the limit.
        Assert.Equal("content/a.md(7): the sample was not done after 0.001 s.", Assert.Throws<ContentException>(() => endless.Verify(TimeSpan.FromMilliseconds(1))).Message);
        Assert.True(started.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        var next = Sample("mine", () =>
        {
            goOn.Set();
            wrote.Wait(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken);
            Console.WriteLine("mine");
        });
        Assert.Equal("mine\n", next.Run(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void What_a_sample_throws_is_what_the_caller_gets_and_the_console_is_as_before()
    {
        var console = Console.Out;
        var sample = new ContentSample(() => null!, "content/a.md", "", null, async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("its own");
        });

        Assert.Equal("its own", Assert.Throws<InvalidOperationException>(() => sample.Verify(TimeSpan.FromMinutes(1))).Message);
        Assert.Same(console, Console.Out);
    }

    private static ContentSample Sample(string? output, Action run) => new(() => null!, "content/a.md", "", output, run, line: 7);
}
