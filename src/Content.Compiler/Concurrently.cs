using System.Runtime.ExceptionServices;

namespace Content.Compiler;

/// <summary>Two pieces of work that share nothing but what neither changes.</summary>
internal static class Concurrently
{
    /// <summary>Does both, at once where there is more than one thread, and returns when both have ended; throws what the first to fail threw.</summary>
    public static void Run(int threads, Action one, Action other)
    {
        if (threads < 2)
        {
            one();
            other();
            return;
        }

        try
        {
            Parallel.Invoke(one, other);
        }
        catch (AggregateException failure)
        {
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
    }
}
