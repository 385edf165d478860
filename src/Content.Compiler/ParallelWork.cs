using System.Runtime.ExceptionServices;

namespace Content.Compiler;

/// <summary>
/// Work that several threads share. The caller always works, and the pool helps where it has threads to spare, so nothing waits for a busy pool.
/// The platform's own parallel loops do the same, but most of a small build would go into getting them started.
/// </summary>
internal static class ParallelWork
{
    /// <summary>Does both, at once where there is more than one thread, and returns when both have ended; throws what the first to fail threw.</summary>
    public static void Run(int threads, Action one, Action other) =>
        For(threads, 2, step: 1, static () => (object?)null, (index, _) => (index == 0 ? one : other)(), CancellationToken.None);

    /// <summary>Does <paramref name="body"/> for every index below <paramref name="count"/>, in any order.</summary>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="count">How many indices.</param>
    /// <param name="body">What to do; throws what the first to fail threw.</param>
    /// <param name="cancellation">Looked at before every index.</param>
    public static void For(int threads, int count, Action<int> body, CancellationToken cancellation) =>
        For(threads, count, step: 16, static () => (object?)null, (index, _) => body(index), cancellation);

    /// <summary>Likewise, with something of its own for every thread.</summary>
    /// <param name="threads">The most threads to use.</param>
    /// <param name="count">How many indices.</param>
    /// <param name="step">How many a thread takes at a time.</param>
    /// <param name="make">Makes what a thread has of its own.</param>
    /// <param name="body">What to do.</param>
    /// <param name="cancellation">Looked at before every index.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public static void For<T>(int threads, int count, int step, Func<T> make, Action<int, T> body, CancellationToken cancellation)
        where T : class?
    {
        var shared = new SharedWork(Math.Min(threads, (count + step - 1) / step) - 1);
        var next = 0;
        shared.Run(() =>
        {
            T? own = default;
            var isMade = false;
            while (!shared.HasFailed && Interlocked.Add(ref next, step) - step is var start && start < count)
            {
                if (!isMade)
                    own = make();
                isMade = true;
                for (var index = start; index < Math.Min(start + step, count); index++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    body(index, own!);
                }
            }
        });
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>One piece of work that any number of threads does at once until there is nothing left of it.</summary>
    private sealed class SharedWork(int helpers)
    {
        private readonly object gate = new();
        private int working;
        private bool isOver;
        private ExceptionDispatchInfo? failure;

        public bool HasFailed => Volatile.Read(ref failure) is not null;

        public void Run(Action work)
        {
            for (var helper = 0; helper < helpers; helper++)
                ThreadPool.QueueUserWorkItem(_ => Help(work));
            Try(work);
            lock (gate)
            {
                isOver = true;
                while (working > 0)
                    Monitor.Wait(gate);
            }

            failure?.Throw();
        }

        private void Help(Action work)
        {
            lock (gate)
            {
                if (isOver)
                    return;
                working++;
            }

            Try(work);
            lock (gate)
            {
                working--;
                Monitor.Pulse(gate);
            }
        }

        private void Try(Action work)
        {
            try
            {
                work();
            }
            // Reason: thrown again where the work was asked for; a thread of the pool has nobody to catch it.
            catch (Exception thrown)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(thrown), null);
            }
        }
    }
}
