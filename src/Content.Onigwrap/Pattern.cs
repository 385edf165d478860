using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Onigwrap;

/// <summary>An expression, compiled for all threads when a line has what it needs.</summary>
internal sealed partial class Pattern
{
    /// <summary>
    /// All grammars together have fewer. What comes after are expressions that are made of the text, such as the end of a here-document, and they are not kept.
    /// </summary>
    private const int MostKept = 30_000;

    private static readonly ConcurrentDictionary<string, Pattern> kept = new(StringComparer.Ordinal);
    private static readonly Lock compiling = new();
    private static int count;

    private readonly string written;
    private readonly int number;

    /// <summary>Where a search begins has a sign of its own in the expression: what it matches at one place says nothing of another.</summary>
    private readonly bool knowsItsStart;

    private readonly ExpressionNeeds needs;
    private IntPtr compiled;
    private bool isBroken;

    private Pattern(string source, int number)
    {
        this.number = number;
        // As the package has it: Oniguruma takes codes of several bytes in braces only, and none beyond Unicode's.
        written = CodeExpression().Replace(source, "\\x{$1}").Replace("\\x{7fffffff}", "\\x{7ffff}", StringComparison.Ordinal);
        needs = ExpressionNeeds.Of(written);
        knowsItsStart = source.Contains("\\G", StringComparison.Ordinal);
    }

    ~Pattern()
    {
        if (compiled != IntPtr.Zero)
            NativeMethods.onigwrap_free(compiled);
    }

    /// <summary>The pattern for an expression.</summary>
    public static Pattern Of(string source)
    {
        if (kept.TryGetValue(source, out var known))
            return known;
        // The first place is for those that are not kept.
        return Volatile.Read(ref count) < MostKept ? kept.GetOrAdd(source, new Pattern(source, Interlocked.Increment(ref count))) : new Pattern(source, 0);
    }

    /// <summary>Searches at or behind an offset.</summary>
    public ref PatternMatch Search(ReadOnlyMemory<char> text, int offset, ThreadSearches searches)
    {
        ref var last = ref searches.LastOf(number);
        // The first from somewhere on is the first from anywhere between there and it, too.
        if (number > 0 && !knowsItsStart && last.From <= offset && (last.Start < 0 || last.Start >= offset) && last.Text.Equals(text) && !text.IsEmpty)
            return ref last;
        last = Find(text, offset, searches.Region);
        return ref last;
    }

    private unsafe PatternMatch Find(ReadOnlyMemory<char> text, int offset, IntPtr region)
    {
        var none = new PatternMatch(text, offset, -1, []);
        var from = needs.Find(text.Span, offset);
        if (from < 0 || (compiled == IntPtr.Zero && (isBroken || !Compile())))
            return none;
        if (knowsItsStart)
            from = offset;
        int start;
        fixed (char* characters = text.Span)
            start = NativeMethods.onigwrap_search(compiled, characters, from * sizeof(char), text.Length * sizeof(char), region);
        GC.KeepAlive(this);
        if (start < 0)
            return none;
        return new PatternMatch(text, offset, start / sizeof(char), Capture.Of(region));
    }

    /// <summary>An expression that Oniguruma does not take matches nothing, and the rest of its grammar still colours.</summary>
    private unsafe bool Compile()
    {
        lock (compiling)
        {
            if (compiled != IntPtr.Zero)
                return true;
            fixed (char* characters = written)
                compiled = NativeMethods.onigwrap_create(characters, written.Length * sizeof(char), ignoreCase: 0, multiline: 0);
            isBroken = compiled == IntPtr.Zero;
            return !isBroken;
        }
    }

    [GeneratedRegex(@"\\x([A-Fa-f0-9]{2,8})")]
    private static partial Regex CodeExpression();
}
