using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>
/// Makes Markdown with HTML of MDX: leaves out modules and comments, writes components as elements, and gives what stands between their tags the
/// lines and the indentation by which Markdown reads it. Expressions that are not simply text are told.
/// </summary>
internal sealed class MdxReading
{
    private const int DeepestElements = 200;

    private readonly TextRewriter rewriter;
    private readonly string text;
    private readonly CodeRegions code;
    private readonly Dictionary<string, TextSpan> imports = new(StringComparer.Ordinal);
    private readonly List<Element> open = [];
    private int shift;
    private bool isCommentOpen;

    // Reason: looking for what closes a brace or a tag is given up after a while; and where that has cost many times the text, nothing more is looked for.
    private long steps;

    public MdxReading(TextRewriter rewriter)
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
                for (; line < fence.End; line = CodeRegions.EndOfLine(text, line))
                    Unindent(line, fence.End);
                isStart = false;
                continue;
            }

            if (code.Find(line) is { } region && region.Start < line)
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

            isStart = false;
            line = ReadLine(line, end);
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

    /// <summary>A line of text; gives where the next one starts, which a tag over several lines moves.</summary>
    private int ReadLine(int line, int end)
    {
        var first = line;
        while (first < end && text[first] == ' ')
            first++;
        if (text[first] == '<' && JsxTag.Read(text, first, ref steps) is { } tag && text.AsSpan(tag.Span.End, CodeRegions.EndOfLine(text, tag.Span.End) - tag.Span.End).IsWhiteSpace())
            return ReadFlowTag(line, tag);
        Unindent(line, end);

        // What stands between braces behind the name of a container is an attribute of it.
        if (text.AsSpan(first).StartsWith(":::"))
            return end;
        var behind = Inline(line + Math.Min(shift, first - line), end);

        // What follows a line of HTML is Markdown again.
        if (text[first] == '<' && text.AsSpan(first, end - first).TrimEnd().EndsWith(">") && behind < text.Length && text[behind] != '<'
            && !text.AsSpan(behind, CodeRegions.EndOfLine(text, behind) - behind).IsWhiteSpace())
        {
            rewriter.Replace(new TextSpan(behind, 0)).Fill("\n");
        }

        return behind;
    }

    /// <summary>A tag alone on its line: what it holds are blocks of their own.</summary>
    private int ReadFlowTag(int line, JsxTag tag)
    {
        var end = CodeRegions.EndOfLine(text, tag.Span.End);
        if (tag.IsClosing)
            Close(tag.Name);
        Unindent(line, end);
        if (line > rewriter.BodyStart && !IsBlankBefore(line))
            rewriter.Replace(new TextSpan(line + Math.Min(shift, tag.Span.Start - line), 0)).Fill("\n");
        Write(tag);
        var isBlankAfter = end >= text.Length || text.AsSpan(end, CodeRegions.EndOfLine(text, end) - end).IsWhiteSpace();
        if (!isBlankAfter)
            rewriter.Replace(new TextSpan(end, 0)).Fill("\n");
        if (!tag.IsClosing && !tag.IsSelfClosing && !JsxTag.IsVoid(tag.Name))
            Open(tag.Name, tag.Span.Start - line, end);
        return end;
    }

    private bool IsBlankBefore(int line)
    {
        var before = text.AsSpan(0, Math.Max(0, line - 1));
        return before[(before.LastIndexOf('\n') + 1)..].IsWhiteSpace();
    }

    private void Open(string name, int indent, int line)
    {
        if (open.Count >= DeepestElements)
            return;
        var first = line;
        while (first < text.Length && char.IsWhiteSpace(text[first]))
            first++;
        var start = text.LastIndexOf('\n', Math.Max(0, first - 1)) + 1;
        var moved = first < text.Length && start >= line - 1 ? Math.Max(0, first - start - indent) : 0;
        open.Add(new Element(name, moved));
        shift += moved;
    }

    private void Close(string name)
    {
        for (var index = open.Count - 1; index >= 0; index--)
        {
            if (open[index].Name != name)
                continue;
            for (var last = open.Count - 1; last >= index; last--)
                shift -= open[last].Shift;
            open.RemoveRange(index, open.Count - index);
            return;
        }
    }

    /// <summary>Takes off what a line is indented by because of the elements that it stands in.</summary>
    private void Unindent(int line, int end)
    {
        var taken = 0;
        while (taken < shift && line + taken < end && text[line + taken] == ' ')
            taken++;
        if (taken > 0)
            rewriter.Replace(new TextSpan(line, taken));
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
            else if (code.Find(place) is { } region)
            {
                place = region.End;
            }
            else if (text[place] == '<' && JsxTag.Read(text, place, ref steps) is { } tag)
            {
                Write(tag);
                place = tag.Span.End;
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

    private readonly record struct Element(string Name, int Shift);
}
