namespace Content.Compiler.Tests.Articles;

/// <summary>What this thread has allocated for a result: the same on every machine, however busy it is.</summary>
internal static class Allocation
{
    public static (T Result, long Bytes) Of<T>(Func<T> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = read();
        return (result, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
