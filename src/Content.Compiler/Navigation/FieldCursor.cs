using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>
/// A key or a value of metadata that is being written, found by its lines, since half a key is a syntax error to whoever reads it all.
/// </summary>
/// <param name="Language">How the metadata is written.</param>
/// <param name="Parents">The keys of the objects around, from the outermost in.</param>
/// <param name="Key">The key whose value it is; null where a key is written.</param>
/// <param name="Token">What there is of it, quotes included.</param>
/// <param name="Siblings">The keys that the object has already.</param>
internal sealed record FieldCursor(
    MetadataLanguage Language, ImmutableArray<string> Parents, string? Key, TextSpan Token, ImmutableArray<string> Siblings)
{
    /// <summary>Whether a separator already follows the key.</summary>
    public bool HasSeparator { get; init; }

    /// <summary>The place of an offset in metadata; null where it is in none.</summary>
    public static FieldCursor? Find(string text, ArticleFormat format, string file, int offset)
    {
        if (format == ArticleFormat.Data)
        {
            return ArticleFormats.LanguageOf(file) switch
            {
                MetadataLanguage.Yaml => InYaml(text, 0, text.Length, offset),
                MetadataLanguage.Toml => InToml(text, 0, text.Length, offset),
                _ => InJson(text, offset),
            };
        }

        if (text.StartsWith('{'))
            return InJson(text, offset);
        foreach (var (mark, language) in (ReadOnlySpan<(string, MetadataLanguage)>)[("---", MetadataLanguage.Yaml), ("+++", MetadataLanguage.Toml)])
        {
            if (!FrontMatterFence.Opens(text, mark))
                continue;
            var fence = FrontMatterFence.Find(text, mark);
            if (offset < fence.ContentStart || (fence.IsClosed && offset > fence.ContentEnd) || (fence.IsClosed && offset == fence.ContentEnd && offset > 0 && text[offset - 1] is not ('\n' or '\r')))
                return null;
            // Reason: at the very start of the closing fence nothing can be written but a new line before it.
            return language == MetadataLanguage.Yaml
                ? InYaml(text, fence.ContentStart, fence.ContentEnd, offset)
                : InToml(text, fence.ContentStart, fence.ContentEnd, offset);
        }

        return null;
    }

    private static FieldCursor? InYaml(string text, int start, int end, int offset)
    {
        var lines = MetadataLine.Read(text, start, end, ':');
        var at = MetadataLine.IndexAt(lines, offset);
        if (at < 0)
            return new FieldCursor(MetadataLanguage.Yaml, [], null, new TextSpan(offset, 0), Keys(lines, [], -1));
        var line = lines[at];
        if (line.IsComment && offset > line.ContentStart)
            return null;
        var parents = new Stack<string>();
        var indent = line.Indent;
        var isItem = line.IsItem;
        var listKey = (string?)null;
        for (var above = at - 1; above >= 0 && (indent > 0 || isItem); above--)
        {
            var candidate = lines[above];
            if (candidate.IsBlank || candidate.IsComment || candidate.Key is null)
                continue;
            if (candidate.Indent < indent || (isItem && candidate.Indent == indent && !candidate.IsItem))
            {
                if (isItem && listKey is null && parents.Count == 0)
                    listKey = candidate.Key;
                parents.Push(candidate.Key);
                indent = candidate.Indent;
                isItem = candidate.IsItem;
            }
        }

        if (line.Key is not null && offset > line.Separator)
            return new FieldCursor(MetadataLanguage.Yaml, [.. parents], line.Key, ValueToken(text, line.Separator + 1, line.End, offset, '#'), []);
        if (line.IsItem && line.Key is null && parents.Count > 0)
        {
            // Reason: of a list of objects the item begins with a key, of any other with a value; who knows the fields decides.
            var key = parents.Last();
            return new FieldCursor(MetadataLanguage.Yaml, [.. parents.SkipLast(1)], key, ValueToken(text, line.ContentStart, line.End, offset, '#'), []);
        }

        var tokenEnd = line.Key is null ? line.End : line.Separator;
        while (tokenEnd > line.ContentStart && char.IsWhiteSpace(text[tokenEnd - 1]))
            tokenEnd--;
        var token = offset < line.ContentStart ? new TextSpan(offset, 0) : TextSpan.FromBounds(line.ContentStart, Math.Max(tokenEnd, Math.Max(offset, line.ContentStart)));
        return new FieldCursor(MetadataLanguage.Yaml, [.. parents], null, token, Keys(lines, [.. parents], at)) { HasSeparator = line.Key is not null };
    }

    private static FieldCursor? InToml(string text, int start, int end, int offset)
    {
        var lines = MetadataLine.Read(text, start, end, '=');
        var at = MetadataLine.IndexAt(lines, offset);
        ImmutableArray<string> parents = [];
        for (var above = 0; above < Math.Max(0, at); above++)
        {
            if (lines[above].Table is { } table)
                parents = [.. table.Split('.').Select(part => part.Trim(' ', '"', '\''))];
        }

        if (at < 0)
            return new FieldCursor(MetadataLanguage.Toml, parents, null, new TextSpan(offset, 0), Keys(lines, [], -1));
        var line = lines[at];
        if (line.Table is not null || (line.IsComment && offset > line.ContentStart))
            return null;
        if (line.Key is not null && offset > line.Separator)
            return new FieldCursor(MetadataLanguage.Toml, parents, line.Key, ValueToken(text, line.Separator + 1, line.End, offset, '#'), []);
        for (var above = at - 1; above >= 0 && line.Key is null; above--)
        {
            var candidate = lines[above];
            if (candidate.Key is null && candidate.Table is null)
                continue;
            if (candidate.Key is not null && text.AsSpan(candidate.Separator, line.Start - candidate.Separator) is var between && between.Count('[') > between.Count(']'))
                return new FieldCursor(MetadataLanguage.Toml, parents, candidate.Key, ValueToken(text, line.ContentStart, line.End, offset, '#'), []);
            break;
        }

        var tokenEnd = line.Key is null ? line.End : line.Separator;
        while (tokenEnd > line.ContentStart && char.IsWhiteSpace(text[tokenEnd - 1]))
            tokenEnd--;
        var token = offset < line.ContentStart ? new TextSpan(offset, 0) : TextSpan.FromBounds(line.ContentStart, Math.Max(tokenEnd, Math.Max(offset, line.ContentStart)));
        return new FieldCursor(MetadataLanguage.Toml, parents, null, token, [.. lines.Where((one, index) => index != at && one.Key is not null).Select(one => one.Key!)])
        {
            HasSeparator = line.Key is not null,
        };
    }

    private static FieldCursor? InJson(string text, int offset)
    {
        if (JsonCursor.Find(text, 0, offset) is not { } cursor)
            return null;
        ImmutableArray<string> path = [.. cursor.Path.Where(step => step != JsonCursor.Item)];
        return cursor.IsKey
            ? new FieldCursor(MetadataLanguage.Json, path, null, cursor.Token, cursor.Siblings) { HasSeparator = cursor.HasSeparator }
            : path.IsEmpty ? null : new FieldCursor(MetadataLanguage.Json, path[..^1], path[^1], cursor.Token, []);
    }

    /// <summary>The value, or the item of a list on one line, that an offset is in.</summary>
    private static TextSpan ValueToken(string text, int start, int end, int offset, char comment)
    {
        while (start < end && start < offset && text[start] is ' ' or '\t')
            start++;
        var from = start;
        var quote = '\0';
        for (var index = start; index < offset; index++)
        {
            if (quote != '\0')
                quote = text[index] == quote ? '\0' : quote;
            else if (text[index] is '"' or '\'' && (index == from || text.AsSpan(from, index - from).Trim().IsEmpty))
                quote = text[index];
            else if (text[index] is '[' or ',' && text.AsSpan(start).TrimStart().StartsWith("[") | text[index] == '[')
                from = index + 1;
        }

        while (from < offset && text[from] is ' ' or '\t')
            from++;
        var isList = text.AsSpan(start, Math.Max(0, offset - start)).Contains('[');
        var stop = offset;
        if (quote != '\0')
        {
            while (stop < end && text[stop] != quote)
                stop++;
            if (stop < end)
                stop++;
            return TextSpan.FromBounds(from, stop);
        }

        while (stop < end && !(isList && text[stop] is ',' or ']') && !(text[stop] == comment && stop > 0 && text[stop - 1] == ' '))
            stop++;
        while (stop > offset && char.IsWhiteSpace(text[stop - 1]))
            stop--;
        return TextSpan.FromBounds(Math.Min(from, stop), stop);
    }

    /// <summary>The keys at the level of a line, but for the line's own.</summary>
    private static ImmutableArray<string> Keys(IReadOnlyList<MetadataLine> lines, ImmutableArray<string> parents, int at)
    {
        if (parents.IsEmpty)
            return [.. lines.Where((line, index) => index != at && line is { Indent: 0, IsItem: false, Key: not null }).Select(line => line.Key!)];
        var keys = ImmutableArray.CreateBuilder<string>();
        foreach (var step in (int[])[-1, 1])
        {
            for (var index = at + step; index >= 0 && index < lines.Count && (lines[index].IsBlank || lines[index].Indent >= lines[at].Indent); index += step)
            {
                if (lines[index] is { Key: { } key } sibling && sibling.Indent == lines[at].Indent)
                    keys.Add(key);
            }
        }

        return keys.ToImmutable();
    }
}

/// <summary>A line of metadata, as far as it can be told alone.</summary>
internal sealed record MetadataLine(int Start, int End, int ContentStart, int Indent, bool IsItem, string? Key, int Separator, string? Table)
{
    /// <summary>More are not looked at: no front matter has as many.</summary>
    private const int Most = 20_000;

    public bool IsBlank => ContentStart >= End;

    public bool IsComment { get; private init; }

    public static IReadOnlyList<MetadataLine> Read(string text, int start, int end, char separator)
    {
        var lines = new List<MetadataLine>();
        for (var line = start; line <= end && lines.Count < Most;)
        {
            var length = text.AsSpan(line, end - line).IndexOfAny('\r', '\n');
            var stop = length < 0 ? end : line + length;
            lines.Add(Of(text, line, stop, separator));
            if (length < 0)
                break;
            line = stop + (text[stop] == '\r' && stop + 1 < end && text[stop + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    public static int IndexAt(IReadOnlyList<MetadataLine> lines, int offset)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Start <= offset && offset <= lines[index].End)
                return index;
        }

        return -1;
    }

    private static MetadataLine Of(string text, int start, int end, char separator)
    {
        var content = start;
        while (content < end && text[content] is ' ' or '\t')
            content++;
        var indent = content - start;
        var isItem = separator == ':' && content < end && text[content] == '-' && (content + 1 == end || text[content + 1] == ' ');
        if (isItem)
        {
            content = Math.Min(end, content + 1);
            while (content < end && text[content] == ' ')
                content++;
        }

        var comment = content < end && text[content] == '#';
        var line = text.AsSpan(content, end - content);
        string? table = separator == '=' && line.StartsWith("[") && line.TrimEnd().EndsWith("]") ? line.Trim().Trim("[]").ToString() : null;
        var key = (string?)null;
        var at = -1;
        if (!comment && table is null && FindSeparator(line, separator) is var found and > 0)
        {
            at = content + found;
            key = line[..found].Trim().Trim("\"'").ToString();
        }

        return new MetadataLine(start, end, content, isItem && key is not null ? content - start : indent, isItem, key, at, table) { IsComment = comment };
    }

    private static int FindSeparator(ReadOnlySpan<char> line, char separator)
    {
        var quote = '\0';
        for (var index = 0; index < line.Length; index++)
        {
            if (quote != '\0')
                quote = line[index] == quote ? '\0' : quote;
            else if (index == 0 && line[index] is '"' or '\'')
                quote = line[index];
            else if (index == 0 && line[index] is '[' or '{')
                return -1;
            else if (line[index] == separator && (separator != ':' || index + 1 == line.Length || line[index + 1] is ' ' or '\t'))
                return index;
        }

        return -1;
    }
}
