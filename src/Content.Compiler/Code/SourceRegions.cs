using System.Text.RegularExpressions;

namespace Content.Compiler.Code;

/// <summary>A stretch of a source file that its comments name.</summary>
/// <param name="Name">As written.</param>
/// <param name="First">The index of the line that begins it.</param>
/// <param name="Last">The index of the line that ends it; -1 where none does.</param>
internal sealed record SourceRegion(string Name, int First, int Last);

/// <summary>
/// Finds the regions of a source file in the comments of its language: <c>#region x</c> to <c>#endregion</c>, <c>&lt;x&gt;</c> to <c>&lt;/x&gt;</c> as docfx has
/// them, and <c>[start:x]</c> to <c>[end:x]</c>.
/// </summary>
internal static partial class SourceRegions
{
    /// <summary>The regions in the order in which they begin.</summary>
    public static List<SourceRegion> Find(IReadOnlyList<string> lines)
    {
        var found = new List<SourceRegion>();
        var open = new Stack<int>();
        var tags = new Dictionary<string, Stack<int>>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            if (Read(lines[index]) is not { } mark)
                continue;
            if (mark is { IsTag: false, IsStart: true })
            {
                open.Push(found.Count);
                found.Add(new SourceRegion(mark.Name, index, -1));
            }
            else if (mark is { IsTag: false } && open.TryPop(out var begun))
            {
                found[begun] = found[begun] with { Last = index };
            }
            else if (mark is { IsTag: true, IsStart: true })
            {
                if (!tags.TryGetValue(mark.Name, out var same))
                    tags.Add(mark.Name, same = new());
                same.Push(found.Count);
                found.Add(new SourceRegion(mark.Name, index, -1));
            }
            else if (mark.IsTag && tags.TryGetValue(mark.Name, out var opened) && opened.TryPop(out var tagged))
            {
                found[tagged] = found[tagged] with { Last = index };
            }
        }

        return found;
    }

    /// <summary>Whether a line only begins or ends a region, and is no code.</summary>
    public static bool IsMark(string line) => Read(line) is not null;

    private static (string Name, bool IsStart, bool IsTag)? Read(string line)
    {
        var text = line.AsSpan().Trim();
        // Nobody's marks are longer, and the expressions need not look at a line of a megabyte.
        if (text.Length is < 3 or > 512)
            return null;
        var trimmed = text.ToString();
        if (Directive().Match(trimmed) is { Success: true } directive)
            return (directive.Groups["name"].Value.Trim().Trim('"').Trim(), !directive.Groups["end"].Success, false);
        if (Tag().Match(trimmed) is { Success: true } tag)
            return (tag.Groups["name"].Value, !tag.Groups["end"].Success, true);
        if (Scissors().Match(trimmed) is { Success: true } scissors)
            return (scissors.Groups["name"].Value, scissors.Groups["kind"].Value == "start", true);
        return null;
    }

    /// <summary>#region x, # region x, //#region x, -- #region x, &lt;!-- #region x --&gt;, /* #region x */, ' #Region "x".</summary>
    [GeneratedRegex(@"^((//|--|'|;|%|<!--|/\*|<%--|\{/\*)\s*)?\#\s*((?<end>end\s?region\b)|region\b)(?<name>[^\r\n]*?)\s*(-->|\*/\}?|--%>)?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Directive();

    /// <summary>// &lt;x&gt; and // &lt;/x&gt;, likewise in the comments of other languages.</summary>
    [GeneratedRegex(@"^(//|--|'|\#|;|%|<!--|/\*|<%--|REM|\{/\*)\s*<(?<end>/)?(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.\-]*)>\s*(-->|\*/\}?|--%>)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    /// <summary>--8&lt;-- [start:x], and the same without scissors.</summary>
    [GeneratedRegex(@"^(//|--|'|\#|;|%|<!--|/\*|<%--|REM|\{/\*)\s*(--8<--\s*)?\[(?<kind>start|end):\s*(?<name>[\p{L}_][\p{L}\p{N}_.\-]*)\s*\]\s*(-->|\*/\}?|--%>)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Scissors();
}
