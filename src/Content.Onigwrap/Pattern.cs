using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Onigwrap;

/// <summary>An expression, compiled when it is first searched for, for all threads; each thread keeps what it found last.</summary>
internal sealed partial class Pattern
{
    /// <summary>
    /// All grammars together have fewer. What comes after are expressions that are made of the text, such as the end of a here-document, and they are not kept.
    /// </summary>
    private const int MostKept = 30_000;

    private static readonly ConcurrentDictionary<string, Pattern> kept = new(StringComparer.Ordinal);
    private static readonly Lock compiling = new();
    private static int count;

    [ThreadStatic]
    private static Match[]? found;

    [ThreadStatic]
    private static IntPtr region;

    private readonly string source;
    private readonly int number;

    /// <summary>Where a search begins has a sign of its own in the expression: what it matches at one place says nothing of another.</summary>
    private readonly bool knowsItsStart;

    private IntPtr compiled;
    private bool isBroken;

    private Pattern(string source, int number)
    {
        (this.source, this.number) = (source, number);
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
    public ref Match Search(ReadOnlyMemory<char> text, int offset)
    {
        var matches = found ??= [];
        if (number >= matches.Length)
        {
            Array.Resize(ref matches, Math.Max(number + 1, 2 * Volatile.Read(ref count)));
            found = matches;
        }

        ref var last = ref matches[number];
        // The first from somewhere on is the first from anywhere between there and it, too.
        if (number > 0 && !knowsItsStart && last.From <= offset && (last.Start < 0 || last.Start >= offset) && last.Text.Equals(text) && !text.IsEmpty)
            return ref last;
        last = Find(text, offset);
        return ref last;
    }

    private unsafe Match Find(ReadOnlyMemory<char> text, int offset)
    {
        if (compiled == IntPtr.Zero && (isBroken || !Compile()))
            return new Match(text, offset, -1, []);
        if (region == IntPtr.Zero)
            region = NativeMethods.onigwrap_region_new();
        int start;
        fixed (char* characters = text.Span)
            start = NativeMethods.onigwrap_search(compiled, characters, offset * sizeof(char), text.Length * sizeof(char), region);
        GC.KeepAlive(this);
        if (start < 0)
            return new Match(text, offset, -1, []);
        var captures = new IOnigCaptureIndex[NativeMethods.onigwrap_num_regs(region)];
        for (var index = 0; index < captures.Length; index++)
        {
            var begin = NativeMethods.onigwrap_pos(region, index);
            captures[index] = begin < 0 ? new Capture(index, 0, 0) : new Capture(index, begin, begin + NativeMethods.onigwrap_len(region, index));
        }

        return new Match(text, offset, start / sizeof(char), captures);
    }

    /// <summary>An expression that Oniguruma does not take matches nothing, and the rest of its grammar still colours.</summary>
    private unsafe bool Compile()
    {
        lock (compiling)
        {
            if (compiled != IntPtr.Zero)
                return true;
            // As the package has it: Oniguruma takes codes of several bytes in braces only, and none beyond Unicode's.
            var written = CodeExpression().Replace(source, "\\x{$1}").Replace("\\x{7fffffff}", "\\x{7ffff}", StringComparison.Ordinal);
            fixed (char* characters = written)
                compiled = NativeMethods.onigwrap_create(characters, written.Length * sizeof(char), ignoreCase: 0, multiline: 0);
            isBroken = compiled == IntPtr.Zero;
            return !isBroken;
        }
    }

    [GeneratedRegex(@"\\x([A-Fa-f0-9]{2,8})")]
    private static partial Regex CodeExpression();

    /// <summary>What a search found.</summary>
    /// <param name="Text">In which text.</param>
    /// <param name="From">From where on.</param>
    /// <param name="Start">Where; negative where there is nothing.</param>
    /// <param name="Captures">The match and its groups.</param>
    internal readonly record struct Match(ReadOnlyMemory<char> Text, int From, int Start, IOnigCaptureIndex[] Captures);

    private sealed class Capture(int index, int start, int end) : IOnigCaptureIndex
    {
        public int Index => index;

        public int Start => start;

        public int End => end;

        public int Length => end - start;
    }
}
