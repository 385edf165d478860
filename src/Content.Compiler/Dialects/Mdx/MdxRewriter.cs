using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>
/// Makes Markdown with HTML of MDX: leaves out modules and comments, writes components as elements, and gives what stands between their tags the
/// lines and the indentation by which Markdown reads it. Expressions that are not simply text are told.
/// </summary>
internal sealed class MdxRewriter
{
    private const int TabWidth = 4;

    private readonly TextRewriter rewriter;
    private readonly string text;
    private readonly CodeRegions code;
    private readonly Dictionary<string, TextSpan> imports = new(StringComparer.Ordinal);
    private readonly MdxFrames frames = new();
    private bool isCommentOpen;

    // Reason: what seems to be code from here to there began in an attribute, where a backtick is one of a script.
    private int tagEnd;

    // Reason: looking for what closes a brace or a tag is given up after a while; and where that has cost many times the text, nothing more is looked for.
    private long steps;

    public MdxRewriter(TextRewriter rewriter)
    {
        this.rewriter = rewriter;
        text = rewriter.Text;
        code = new CodeRegions(text, rewriter.BodyStart);
        steps = 64L * text.Length;
    }

    public void Run()
    {
        var isStart = true;
        for (var line = rewriter.BodyStart; line < text.Length && !rewriter.IsFull;)
        {
            var end = CodeRegions.EndOfLine(text, line);
            var isBlank = text.AsSpan(line, end - line).IsWhiteSpace();
            if (code.FindFence(line) is { } fence)
            {
                line = MoveFence(fence);
                isStart = true;
                continue;
            }

            if (code.Find(line) is { } region && region.Start < line && region.Start >= tagEnd)
            {
                line = region.End >= end ? end : Inline(region.End, end);
                isStart = false;
                continue;
            }

            if (isStart && IsModule(line))
            {
                line = LeaveOutModule(line);
                continue;
            }

            if (isBlank)
            {
                line = end;
                isStart = true;
                continue;
            }

            (line, isStart) = ReadLine(line, end, isStart);
        }
    }

    private bool IsModule(int line)
    {
        var rest = text.AsSpan(line);
        return (rest.StartsWith("import ") || rest.StartsWith("import{") || rest.StartsWith("export ")) && IsStatement(rest[..Math.Min(rest.Length, 400)]);
    }

    /// <summary>Whether this is a statement, and not a sentence that begins with its first word.</summary>
    public static bool IsStatement(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("export "))
        {
            var declared = rest[7..].TrimStart();
            return declared.StartsWith("default ") || declared.StartsWith("const ") || declared.StartsWith("let ") || declared.StartsWith("var ")
                || declared.StartsWith("function ") || declared.StartsWith("async ") || declared.StartsWith("class ") || declared is ['{' or '*', ..];
        }

        var module = rest[6..].TrimStart();
        if (module is ['"' or '\'', ..])
            return true;
        if (module.IsEmpty || !(char.IsLetter(module[0]) || module[0] is '{' or '*' or '_' or '$'))
            return false;
        var from = module.IndexOf(" from ", StringComparison.Ordinal);
        from = from < 0 ? module.IndexOf("}from ", StringComparison.Ordinal) : from;
        return from >= 0 && module[(from + 6)..].TrimStart() is ['"' or '\'', ..] && (module[0] is '{' or '*' || module[..from].Trim().IndexOfAny(" \n") < 0 || module[..from].Contains(','));
    }

    /// <summary>Up to the blank line behind it; a brace that is open goes on over such lines.</summary>
    private int LeaveOutModule(int line)
    {
        var end = line;
        var depth = 0;
        while (end < text.Length)
        {
            var next = CodeRegions.EndOfLine(text, end);
            var content = text.AsSpan(end, next - end);
            if (content.IsWhiteSpace() && depth <= 0)
                break;
            NoteImport(end, next);
            depth += content.Count('{') + content.Count('(') - content.Count('}') - content.Count(')');
            end = next;
        }

        if (depth > 0)
        {
            // What is never closed ends with its paragraph.
            for (end = line; end < text.Length && !text.AsSpan(end, CodeRegions.EndOfLine(text, end) - end).IsWhiteSpace();)
                end = CodeRegions.EndOfLine(text, end);
        }

        rewriter.Replace(TextSpan.FromBounds(line, end));
        return end;
    }

    /// <summary><c>import image from './image.png'</c>: the name then stands for the file.</summary>
    private void NoteImport(int line, int end)
    {
        var content = text.AsSpan(line, end - line);
        if (!content.StartsWith("import ") || content.IndexOf(" from ", StringComparison.Ordinal) is not (> 7 and var from))
            return;
        var name = content[7..from].Trim();
        var open = content[from..].IndexOfAny('"', '\'');
        if (open < 0 || name.IsEmpty || name.IndexOfAnyExcept(identifier) >= 0)
            return;
        open += from + 1;
        var close = content[open..].IndexOf(content[open - 1]);
        if (close > 0)
            imports[name.ToString()] = new TextSpan(line + open, close);
    }

    private static readonly System.Buffers.SearchValues<char> identifier =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");

    /// <summary>A line of text; gives where the next one starts, which a tag over several lines moves, and whether that begins a block.</summary>
    private (int Next, bool IsStart) ReadLine(int line, int end, bool isStart)
    {
        var (first, column) = Indentation(line, end);
        if (ReadFlowTags(first) is { } tags)
            return (WriteFlowTags(line, column, tags), true);
        isStart |= ListMarker.Measure(text.AsSpan(first, end - first)) > 0;
        var inner = Move(line, first, column, isStart, end);

        // What stands between braces behind the name of a container is an attribute of it.
        if (text.AsSpan(first).StartsWith(":::"))
            return (end, true);
        var behind = Inline(inner, end);

        // What follows a line of HTML is Markdown again.
        if (text[first] == '<' && text.AsSpan(first, end - first).TrimEnd().EndsWith(">") && behind < text.Length && text[behind] != '<'
            && !text.AsSpan(behind, CodeRegions.EndOfLine(text, behind) - behind).IsWhiteSpace())
        {
            rewriter.Replace(new TextSpan(behind, 0)).Fill("\n");
            return (behind, true);
        }

        return (behind, false);
    }

    private (int First, int Column) Indentation(int line, int end)
    {
        var (first, column) = (line, 0);
        for (; first < end && text[first] is ' ' or '\t'; first++)
            column += text[first] == '\t' ? TabWidth - (column % TabWidth) : 1;
        return (first, column);
    }

    /// <summary>Puts a line where Markdown has what its author meant, and gives the place behind its indentation and the markers of lists.</summary>
    private int Move(int line, int first, int column, bool isStart, int end)
    {
        if (isStart)
            frames.EndItems(column);
        var target = frames.Place(column, isStart);
        Indent(line, first, column, target);
        while (isStart && ListMarker.Measure(text.AsSpan(first, end - first)) is var marker and > 0)
        {
            var (next, width) = (first + marker, marker);
            for (; next < end && text[next] == ' ' && next - first - marker <= TabWidth; next++)
                width++;
            if (next >= end || text[next] is '\r' or '\n' || next - first - marker > TabWidth)
                width = marker + 1;
            (column, target) = (column + width, target + width);
            frames.OpenItem(column, target);
            first = next;
        }

        return first;
    }

    private void Indent(int line, int first, int column, int target)
    {
        if (target == column)
            return;
        rewriter.Replace(TextSpan.FromBounds(line, first)).Fill(new string(' ', target));
    }

    /// <summary>The lines of a code block, each as far as its fence; gives where it ends.</summary>
    private int MoveFence(TextSpan fence)
    {
        var end = CodeRegions.EndOfLine(text, fence.Start);
        var (first, column) = Indentation(fence.Start, end);
        var inner = Move(fence.Start, first, column, isStart: true, end);
        var shift = inner > first ? frames.Target - frames.Source : frames.Place(column, isStart: true) - column;
        for (var line = end; line < fence.End; line = end)
        {
            end = CodeRegions.EndOfLine(text, line);
            (first, column) = Indentation(line, end);
            if (first < end && text[first] is not ('\r' or '\n'))
                Indent(line, first, column, Math.Max(frames.Target, column + shift));
        }

        return fence.End;
    }

    /// <summary>Tags that fill their lines; null where there is anything else.</summary>
    private List<JsxTag>? ReadFlowTags(int first)
    {
        List<JsxTag>? tags = null;
        for (var place = first; place < text.Length && text[place] == '<' && JsxTag.Read(text, place, ref steps) is { } tag;)
        {
            (tags ??= []).Add(tag);
            for (place = tag.Span.End; place < text.Length;)
            {
                if (text[place] is ' ' or '\t' or '\r')
                    place++;
                else if (SpaceAt(place) is var length and > 0)
                    place += length;
                else
                    break;
            }

            if (place == text.Length || text[place] == '\n')
                return tags;
        }

        return null;
    }

    /// <summary>How long <c>{' '}</c> is, a space that its author wants to be seen; 0 where there is none.</summary>
    private int SpaceAt(int place) => text.AsSpan(place) is ['{', '\'' or '"', ' ', '\'' or '"', '}', ..] ? 5 : 0;

    /// <summary>Tags alone on their lines: what they hold are blocks of their own.</summary>
    private int WriteFlowTags(int line, int column, List<JsxTag> tags)
    {
        var end = CodeRegions.EndOfLine(text, tags[^1].Span.End);
        tagEnd = tags[^1].Span.End;
        frames.EndItems(column);
        var closed = tags[0].IsClosing ? frames.CloseElement(tags[0].Name) : null;
        Indent(line, tags[0].Span.Start, column, frames.Target);
        if (line > rewriter.BodyStart && !IsBlankBefore(line))
            rewriter.Replace(new TextSpan(tags[0].Span.Start, 0)).Fill("\n" + new string(' ', frames.Target));
        if (tags.Count > 1 || (tags[0].IsSelfClosing && !JsxTag.IsVoid(tags[0].Name)))
            rewriter.Replace(new TextSpan(tags[0].Span.Start, 0)).Fill(BlockStart.Before("<" + tags[0].Element));
        for (var index = 0; index < tags.Count; index++)
        {
            var tag = tags[index];
            if (tag.IsClosing)
            {
                WriteAs(tag, (index == 0 ? closed : frames.CloseElement(tag.Name)) ?? tag.Element);
                LeaveOutSpaces(tag.Span.End, index + 1 < tags.Count ? tags[index + 1].Span.Start : end);
                continue;
            }

            // MDX has blocks in a paragraph and HTML has none: what is in one are paragraphs of their own.
            var written = tag is not { Name: "p", IsSelfClosing: false } ? tag.Element : tag.Attributes.IsEmpty ? "" : "div";
            WriteAs(tag, written);
            if (!tag.IsSelfClosing && !JsxTag.IsVoid(tag.Name))
                frames.OpenElement(tag.Name, written, ColumnOfContent(end));
            LeaveOutSpaces(tag.Span.End, index + 1 < tags.Count ? tags[index + 1].Span.Start : end);
        }

        var isBlankAfter = end >= text.Length || text.AsSpan(end, CodeRegions.EndOfLine(text, end) - end).IsWhiteSpace();
        if (!isBlankAfter)
            rewriter.Replace(new TextSpan(end, 0)).Fill("\n");
        return end;
    }

    private void LeaveOutSpaces(int start, int end)
    {
        if (text.AsSpan(start, end - start).TrimEnd() is { IsEmpty: false } spaces)
            rewriter.Replace(new TextSpan(start, spaces.Length));
    }

    private void WriteAs(JsxTag tag, string element)
    {
        if (element == tag.Element)
            Write(tag);
        else
            tag.WriteAs(element, rewriter, imports);
    }

    private bool IsBlankBefore(int line)
    {
        var before = text.AsSpan(0, Math.Max(0, line - 1));
        return before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }

    /// <summary>The column of the next text.</summary>
    private int ColumnOfContent(int line)
    {
        while (line < text.Length)
        {
            var end = CodeRegions.EndOfLine(text, line);
            var (first, column) = Indentation(line, end);
            if (first < end && text[first] is not ('\r' or '\n'))
                return column;
            line = end;
        }

        return 0;
    }

    private int Inline(int from, int end)
    {
        for (var place = from; place < end;)
        {
            var found = text.AsSpan(place, end - place).IndexOfAny("{<\\`");
            if (found < 0)
                return end;
            place += found;
            if (text[place] == '\\')
            {
                place += 2;
            }
            else if (code.Find(place) is { } region && region.Start >= tagEnd)
            {
                place = region.End;
            }
            else if (text[place] == '<' && JsxTag.Read(text, place, ref steps) is { } tag)
            {
                Write(tag);
                place = tagEnd = tag.Span.End;
            }
            else if (text[place] == '{')
            {
                place = ReadExpression(place);
            }
            else
            {
                place++;
            }

            while (place > end)
                end = CodeRegions.EndOfLine(text, end);
        }

        return end;
    }

    private int ReadExpression(int start)
    {
        if (start + 1 < text.Length && (text[start + 1] is '#' or ':' or '.' || IsFormula(start)))
            return start + 1;
        if (!isCommentOpen && text.AsSpan(start).StartsWith("{/*"))
        {
            var close = text.IndexOf("*/}", start + 3, StringComparison.Ordinal);
            isCommentOpen = close < 0;
            if (close >= 0)
            {
                rewriter.Replace(TextSpan.FromBounds(start, close + 3));
                return close + 3;
            }
        }

        var end = JsxTag.FindBrace(text, start, ref steps);
        if (end < 0)
        {
            // What never closes is told with its line.
            end = start;
            while (end < text.Length && text[end] is not ('\n' or '\r'))
                end++;
            rewriter.LeaveUnfilled(TextSpan.FromBounds(start, end), "{ }");
            return end;
        }

        var span = TextSpan.FromBounds(start, end);
        if (JsxTag.LiteralOf(text, TextSpan.FromBounds(start + 1, end - 1)) is { } literal)
            rewriter.Replace(span).Take(literal);
        else if (text.AsSpan(start + 1, end - start - 2).Trim() is "true" or "false" or "null" or "undefined")
            rewriter.Replace(span);
        else if (text.AsSpan(start + 1, end - start - 2).Trim() is "Infinity" or "NaN")
            rewriter.Replace(span).Take(TextSpan.FromBounds(start + 1, end - 1));
        else
            rewriter.LeaveUnfilled(span, "{ }");
        return end;
    }

    private bool IsFormula(int brace)
    {
        if (brace == 0)
            return false;
        var word = brace;
        while (word > 0 && char.IsAsciiLetter(text[word - 1]))
            word--;
        return text[brace - 1] is '_' or '^' or '$' or '}' || (word < brace && word > 0 && text[word - 1] == '\\');
    }

    private void Write(JsxTag tag) => tag.Write(rewriter, imports);
}
