using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>A key or a value of JSON that is being written: found by brackets, quotes, colons and commas alone.</summary>
/// <param name="Path">The keys that lead to it, its own included where it is a value; items of lists are <see cref="Item"/>.</param>
/// <param name="IsKey">Whether a key is written.</param>
/// <param name="Token">What there is of it, quotes included.</param>
/// <param name="Siblings">Keys of the object before the place.</param>
/// <param name="HasSeparator">Whether a colon already follows the key.</param>
internal sealed record JsonCursor(ImmutableArray<string> Path, bool IsKey, TextSpan Token, ImmutableArray<string> Siblings, bool HasSeparator)
{
    /// <summary>Stands for an item of a list in a path.</summary>
    public const string Item = "[]";

    private sealed class Frame(bool isObject)
    {
        public bool IsObject { get; } = isObject;

        public bool ExpectsKey { get; set; } = isObject;

        public string? Key { get; set; }

        public List<string> Keys { get; } = [];
    }

    /// <summary>The place of an offset; null outside of the outermost object.</summary>
    public static JsonCursor? Find(string text, int start, int offset)
    {
        var frames = new Stack<Frame>();
        var index = start;
        while (index < offset)
        {
            switch (text[index])
            {
                case '{':
                    frames.Push(new Frame(isObject: true));
                    index++;
                    break;
                case '[':
                    frames.Push(new Frame(isObject: false));
                    index++;
                    break;
                case '}' or ']':
                    frames.TryPop(out _);
                    index++;
                    if (frames.Count == 0)
                        return null;
                    break;
                case ',':
                    if (frames.TryPeek(out var listing))
                        listing.ExpectsKey = listing.IsObject;
                    index++;
                    break;
                case ':':
                    if (frames.TryPeek(out var valued))
                        valued.ExpectsKey = false;
                    index++;
                    break;
                case '/' when index + 1 < text.Length && text[index + 1] is '/' or '*':
                    index = EndOfComment(text, index);
                    if (index > offset)
                        return null;
                    break;
                case '"':
                    var (end, isClosed) = EndOfString(text, index);
                    if (end > offset || (end == offset && !isClosed))
                        return Make(frames, text, TextSpan.FromBounds(index, end));
                    if (frames.TryPeek(out var frame) && frame.ExpectsKey)
                    {
                        frame.Key = text[(index + 1)..(isClosed ? end - 1 : end)];
                        frame.Keys.Add(frame.Key);
                    }

                    index = end;
                    break;
                case var unit when char.IsLetterOrDigit(unit) || unit is '-' or '_' or '$':
                    var stop = index;
                    while (stop < text.Length && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or '_' or '$' or '.' or '+'))
                        stop++;
                    if (stop >= offset)
                        return Make(frames, text, TextSpan.FromBounds(index, stop));
                    index = stop;
                    break;
                default:
                    index++;
                    break;
            }
        }

        return Make(frames, text, new TextSpan(offset, 0));
    }

    private static JsonCursor? Make(Stack<Frame> frames, string text, TextSpan token)
    {
        if (!frames.TryPeek(out var current))
            return null;
        var path = ImmutableArray.CreateBuilder<string>(frames.Count);
        var isKey = current.ExpectsKey;
        foreach (var frame in frames.Reverse())
        {
            if (ReferenceEquals(frame, current) && isKey)
                break;
            path.Add(frame.IsObject ? frame.Key ?? "" : Item);
        }

        var after = text.AsSpan(token.End).TrimStart(" \t");
        return new JsonCursor(path.ToImmutable(), isKey, token, [.. current.Keys], after.StartsWith(":"));
    }

    private static (int End, bool IsClosed) EndOfString(string text, int start)
    {
        var index = start + 1;
        while (index < text.Length && text[index] is not ('"' or '\n' or '\r'))
            index += text[index] == '\\' ? 2 : 1;
        return index < text.Length && text[index] == '"' ? (index + 1, true) : (Math.Min(index, text.Length), false);
    }

    private static int EndOfComment(string text, int start)
    {
        var terminator = text[start + 1] == '*' ? "*/" : "\n";
        var end = text.IndexOf(terminator, start + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length + 1 : end + terminator.Length;
    }
}
