namespace Onigwrap;

/// <summary>What a thread has for its searches: what it last found of each expression, and where Oniguruma writes what it finds.</summary>
internal sealed class ThreadSearches
{
    [ThreadStatic]
    private static ThreadSearches? current;

    private PatternMatch[] last = [];

    private ThreadSearches()
    {
    }

    /// <summary>Those of this thread.</summary>
    public static ThreadSearches Current => current ??= new ThreadSearches();

    /// <summary>A region of Oniguruma's, for as long as the thread lives.</summary>
    public IntPtr Region { get; } = NativeMethods.onigwrap_region_new();

    /// <summary>What was last found of the expression with that number.</summary>
    public ref PatternMatch LastOf(int number)
    {
        if (number >= last.Length)
            Array.Resize(ref last, Math.Max(number + 1, Math.Max(256, 2 * last.Length)));
        return ref last[number];
    }
}
