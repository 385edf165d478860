using System.Buffers;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>Code that is named and not written: <c>[!code-csharp[](file.cs#region)]</c> or <c>:::code source="file.cs" id="region":::</c>.</summary>
/// <param name="Span">The whole.</param>
/// <param name="Language">As it is named, or by the file's extension.</param>
/// <param name="Path">The file.</param>
/// <param name="Region">The name of a part; null where there is none.</param>
/// <param name="Lines">The lines; null for all.</param>
/// <param name="Marked">Those that are marked; null for none.</param>
internal sealed record CodeReference(TextSpan Span, string Language, TextSpan Path, TextSpan? Region, TextSpan? Lines, TextSpan? Marked)
{
    private static readonly SearchValues<char> lineNumbers = SearchValues.Create("LlN0123456789-");

    private const int Longest = 2000;

    /// <summary>The reference whose first bracket is at <paramref name="start"/>, or null.</summary>
    public static CodeReference? Read(string text, int start)
    {
        var limit = Math.Min(text.Length, start + Longest);
        var place = start + "[!code".Length;
        var language = "";
        if (place < limit && text[place] == '-')
        {
            var end = place + 1;
            while (end < limit && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '+' or '#' or '_'))
                end++;
            language = text[(place + 1)..end];
            place = end;
        }

        while (place < limit && text[place] == ' ')
            place++;
        if (place >= limit || text[place] != '[')
            return null;
        var close = text.IndexOf("](", place, limit - place, StringComparison.Ordinal);
        if (close < 0 || text.AsSpan(place, close - place).Contains('\n'))
            return null;
        var from = close + 2;
        var to = text.IndexOf(")]", from, limit - from, StringComparison.Ordinal);
        if (to < 0 || text.AsSpan(from, to - from).Contains('\n'))
            return null;
        var span = TextSpan.FromBounds(start, to + 2);
        var title = text.AsSpan(from, to - from).IndexOfAny(" \"");
        var destination = Trim(text, TextSpan.FromBounds(from, title > 0 && text.AsSpan(from + title).TrimStart() is ['"', ..] ? from + title : to));
        return Of(text, span, language, destination);
    }

    /// <summary>The reference that triple colons make, or null.</summary>
    public static CodeReference? Of(string text, TripleColon colons)
    {
        if (colons.Find("source") is not { Length: > 0 } source)
            return null;
        var language = colons.Find("language") is { } named ? text.Substring(named.Start, named.Length) : "";
        return new CodeReference(colons.Span, LanguageOf(text, language, source), source, NotEmpty(colons.Find("id")), NotEmpty(colons.Find("range")), NotEmpty(colons.Find("highlight")));
    }

    /// <summary>Ranges as <c>10-20,25-</c> or <c>L10-L20</c>, as the options of a code block have them.</summary>
    public static string LinesOf(string written)
    {
        var ranges = written.Replace(" ", "", StringComparison.Ordinal).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries);
        return ranges.Length == 0 ? written : string.Join(',', ranges.Select(range => range.Replace("L", "", StringComparison.OrdinalIgnoreCase)));
    }

    private static CodeReference? Of(string text, TextSpan span, string language, TextSpan destination)
    {
        var written = text.AsSpan(destination.Start, destination.Length);
        var cut = written.IndexOfAny('#', '?');
        var path = cut < 0 ? destination : new TextSpan(destination.Start, cut);
        if (path.Length == 0)
            return null;
        TextSpan? region = null, lines = null, marked = null;
        if (cut >= 0 && written[cut] == '#')
        {
            var fragment = TextSpan.FromBounds(path.End + 1, destination.End);
            if (IsLines(text.AsSpan(fragment.Start, fragment.Length)))
                lines = fragment;
            else
                region = NotEmpty(fragment);
        }
        else if (cut >= 0)
        {
            var from = path.End + 1;
            var query = written[(cut + 1)..];
            if (query.IndexOf('#') is var hash and >= 0)
            {
                region = NotEmpty(TextSpan.FromBounds(from + hash + 1, destination.End));
                query = query[..hash];
            }

            foreach (var range in query.Split('&'))
            {
                var option = query[range];
                var equals = option.IndexOf('=');
                var value = equals < 0 ? (TextSpan?)null : NotEmpty(new TextSpan(from + range.Start.Value + equals + 1, option.Length - equals - 1));
                switch (equals < 0 ? "" : option[..equals].ToString().ToLowerInvariant())
                {
                    case "name":
                        region = value;
                        break;
                    case "range":
                        lines = value;
                        break;
                    case "highlight":
                        marked = value;
                        break;
                }
            }
        }

        return new CodeReference(span, LanguageOf(text, language, path), path, region, lines, marked);
    }

    /// <summary><c>L5-L9</c></summary>
    private static bool IsLines(ReadOnlySpan<char> fragment) => fragment is ['L' or 'l', >= '0' and <= '9', ..] && !fragment.ContainsAnyExcept(lineNumbers);

    private static string LanguageOf(string text, string language, TextSpan path)
    {
        if (language.EndsWith("-interactive", StringComparison.OrdinalIgnoreCase))
            language = language[..^12];
        if (language.Length > 0)
            return language;
        return ContentPath.ExtensionOf(text.AsSpan(path.Start, path.Length)) switch
        {
            ".cs" => "csharp",
            ".vb" => "vb",
            ".fs" => "fsharp",
            ".js" => "javascript",
            ".ts" => "typescript",
            ".ps1" => "powershell",
            ".py" => "python",
            ".sh" => "bash",
            ".xaml" or ".csproj" or ".config" or ".xml" => "xml",
            ".cshtml" => "cshtml",
            var other when other.Length > 1 => other[1..].ToString(),
            _ => "",
        };
    }

    private static TextSpan? NotEmpty(TextSpan? span) => span is { Length: > 0 } ? span : null;

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }
}
