using System.Text;

namespace Content.AspNetCore.Export;

/// <summary>The destinations in a style sheet: <c>url(...)</c>, and <c>@import</c> with a text.</summary>
internal static class CssLinks
{
    public static IEnumerable<(int Start, int Length, string Destination)> Read(string css)
    {
        for (var at = 0; at < css.Length;)
        {
            if (css[at] == '/' && at + 1 < css.Length && css[at + 1] == '*')
            {
                var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? css.Length : end + 2;
            }
            else if (At(css, at, "url("))
            {
                at += 4;
                while (at < css.Length && char.IsWhiteSpace(css[at]))
                    at++;
                var quote = at < css.Length && css[at] is '"' or '\'' ? css[at++] : ')';
                var end = css.IndexOf(quote, at);
                end = end < 0 ? css.Length : end;
                var length = css[at..end].TrimEnd().Length;
                yield return (at, length, css.Substring(at, length));
                at = end + 1;
            }
            else if (At(css, at, "@import"))
            {
                at += 7;
                while (at < css.Length && char.IsWhiteSpace(css[at]))
                    at++;
                if (at < css.Length && css[at] is '"' or '\'' && css.IndexOf(css[at], at + 1) is var end and > 0)
                {
                    yield return (at + 1, end - at - 1, css[(at + 1)..end]);
                    at = end + 1;
                }
            }
            else
            {
                at++;
            }
        }
    }

    public static string Rewrite(string css, Func<string, string?> replace)
    {
        var rewritten = new StringBuilder();
        var from = 0;
        foreach (var (start, length, destination) in Read(css))
        {
            if (replace(destination) is not { } replaced)
                continue;
            rewritten.Append(css, from, start - from).Append(replaced);
            from = start + length;
        }

        return rewritten.Append(css, from, css.Length - from).ToString();
    }

    private static bool At(string css, int at, string word) => string.Compare(css, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
