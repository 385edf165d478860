namespace Content.Compiler.Tests;

public sealed class ParallelWorkTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1000)]
    [InlineData(2, 1)]
    [InlineData(2, 1000)]
    [InlineData(7, 100_003)]
    public void Every_index_comes_once(int threads, int count)
    {
        var seen = new int[count];
        ParallelWork.For(threads, count, index => Interlocked.Increment(ref seen[index]), CancellationToken.None);
        Assert.All(seen, static times => Assert.Equal(1, times));
    }

    [Fact]
    public void What_a_thread_has_of_its_own_is_its_own()
    {
        var made = 0;
        var total = 0;
        ParallelWork.For(
            4,
            10_000,
            step: 4,
            () =>
            {
                Interlocked.Increment(ref made);
                return new List<int>();
            },
            (index, own) =>
            {
                own.Add(index);
                Interlocked.Increment(ref total);
            },
            CancellationToken.None);
        Assert.Equal(10_000, total);
        Assert.InRange(made, 1, 4);
    }

    [Fact]
    public void What_the_first_to_fail_throws_is_thrown_as_it_is()
    {
        var thrown = Assert.Throws<InvalidDataException>(() => ParallelWork.For(
            4, 1000, static index => throw new InvalidDataException("index " + index), CancellationToken.None));
        Assert.StartsWith("index ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_are_done_and_a_failure_of_either_is_thrown()
    {
        var done = 0;
        ParallelWork.Run(2, () => Interlocked.Increment(ref done), () => Interlocked.Increment(ref done));
        Assert.Equal(2, done);
        Assert.Throws<InvalidDataException>(() => ParallelWork.Run(2, static () => { }, static () => throw new InvalidDataException()));
        Assert.Throws<InvalidDataException>(() => ParallelWork.Run(1, static () => throw new InvalidDataException(), static () => { }));
    }

    [Fact]
    public void It_stops_when_it_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var done = 0;
        Assert.Throws<OperationCanceledException>(() => ParallelWork.For(
            2,
            1_000_000,
            _ =>
            {
                if (Interlocked.Increment(ref done) == 100)
                    cancellation.Cancel();
            },
            cancellation.Token));
        Assert.InRange(done, 100, 10_000);
    }

    [Fact]
    public async Task A_pool_with_no_thread_to_spare_holds_nothing_up()
    {
        // All work that is waiting for the pool waits for this: the caller has to do it alone.
        using var release = new ManualResetEventSlim();
        var waiting = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Task.Run(() => release.Wait(TestContext.Current.CancellationToken))).ToArray();
        var done = 0;
        var caller = new Thread(() => ParallelWork.For(4, 1000, _ => Interlocked.Increment(ref done), CancellationToken.None));
        caller.Start();
        caller.Join();
        Assert.Equal(1000, done);
        release.Set();
        await Task.WhenAll(waiting);
    }
}
