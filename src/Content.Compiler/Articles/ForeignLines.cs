using Content.Compiler.Dialects.Mdx;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>What MDX and its tools write on lines of their own: modules, comments, and titles of containers. Where no dialect reads them, readers see them.</summary>
internal static class ForeignLines
{
    /// <summary><c>import X from 'x'</c></summary>
    public const string Module = "import";

    /// <summary><c>:::tip Title</c></summary>
    public const string Title = ":::";

    /// <summary><c>{/* x */}</c></summary>
    public const string Comment = "{/* */}";

    /// <summary>Adds those of <paramref name="text"/> from <paramref name="start"/> on. Costs next to nothing where there are none.</summary>
    public static void Find(string text, int start, List<TemplateExpression> found)
    {
        var body = text.AsSpan(start);
        if (body.IndexOf("import ", StringComparison.Ordinal) >= 0 || body.IndexOf("export ", StringComparison.Ordinal) >= 0)
            FindModules(text, start, found);
        if (body.IndexOf(Title, StringComparison.Ordinal) >= 0)
            FindTitles(text, start, found);
        for (var open = start; text.IndexOf("{/*", open, StringComparison.Ordinal) is var place and >= 0;)
        {
            var close = text.IndexOf("*/}", place + 3, StringComparison.Ordinal);
            if (close < 0)
                break;
            found.Add(new TemplateExpression(TextSpan.FromBounds(place, close + 3), Comment));
            open = close + 3;
        }
    }

    private static void FindModules(string text, int start, List<TemplateExpression> found)
    {
        foreach (var line in LinesOf(text, start))
        {
            var content = text.AsSpan(line.Start, line.Length);
            if ((content.StartsWith("import ") || content.StartsWith("export ")) && MdxRewriter.IsStatement(content) && !content.EndsWith("."))
                found.Add(new TemplateExpression(line, Module));
        }
    }

    private static void FindTitles(string text, int start, List<TemplateExpression> found)
    {
        foreach (var line in LinesOf(text, start))
        {
            var content = text.AsSpan(line.Start, line.Length);
            var colons = content.TrimStart(" \t>");
            var kind = colons.TrimStart(':');
            if (colons.Length - kind.Length < 3)
                continue;
            kind = kind.TrimStart(' ');
            var length = 0;
            while (length < kind.Length && (char.IsLetterOrDigit(kind[length]) || kind[length] is '-' or '_'))
                length++;
            var title = kind[length..].Trim();
            if (length > 0 && !title.IsEmpty && title[0] != '{' && (title[0] == '[' || kind[length] is ' ' or '\t'))
                found.Add(new TemplateExpression(TextSpan.FromBounds(line.End - colons.Length, line.End), Title));
        }
    }

    private static IEnumerable<TextSpan> LinesOf(string text, int start)
    {
        for (var line = start; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            var trimmed = end;
            while (trimmed > line && char.IsWhiteSpace(text[trimmed - 1]))
                trimmed--;
            yield return TextSpan.FromBounds(line, trimmed);
            line = end + 1;
        }
    }
}
