using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>The short codes that a site of Hugo makes itself. What they are made of is a template; one that only places what is given to it can be said in content.json.</summary>
internal static partial class SiteShortCodes
{
    private const int LongestTemplate = 1000;

    private static readonly string[] folders = ["layouts/_shortcodes", "layouts/shortcodes"];

    /// <summary>Those that can be said, and the names of those that cannot.</summary>
    public static (ImmutableSortedDictionary<string, string> Said, ImmutableArray<string> Unsaid) Read(SiteFolder folder)
    {
        var said = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var unsaid = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var place in folders)
        {
            foreach (var file in folder.Files(place).Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
            {
                var name = file[..^".html".Length];
                if (name.Any(unit => !char.IsLetterOrDigit(unit) && unit is not ('-' or '_' or '/')) || folder.Read($"{place}/{file}") is not var (_, text))
                    continue;
                if (Translate(text) is { } template)
                    said[name] = template;
                else
                    unsaid.Add(name);
            }
        }

        return (said.ToImmutable(), [.. unsaid]);
    }

    /// <summary>The template in the terms of content.json; null where it does more than place what is given to it.</summary>
    private static string? Translate(string text)
    {
        text = Comment().Replace(text, "");
        if (TakesInPage(text) is { } path)
            return "{include:" + path + "}";
        text = Inner().Replace(text, "{inner}");
        text = Argument().Replace(text, match => "{" + match.Groups["key"].Value.Trim('"', '`') + "}");
        if (text.Contains("{{", StringComparison.Ordinal) || text.Length > LongestTemplate)
            return null;
        var template = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return template.Length == 0 ? null : template;
    }

    /// <summary>The path of the page that a template puts in its place and adds nothing to; null where it does another thing.</summary>
    private static string? TakesInPage(string text)
    {
        if (!text.Contains("GetPage", StringComparison.Ordinal) || !Rendering().IsMatch(text) || !FirstArgument().IsMatch(text) || !string.IsNullOrWhiteSpace(Action().Replace(text, "")))
            return null;
        return Formatted().Match(text) is { Success: true } format ? $"{format.Groups["before"].Value}{{0}}{format.Groups["after"].Value}" : "{0}";
    }

    [GeneratedRegex("""\{\{-?\s*\.(?:RenderShortcodes|RawContent|Content)\s*-?\}\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rendering();

    [GeneratedRegex("""\.Get\s+0\b""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FirstArgument();

    [GeneratedRegex("""\{\{(?:"[^"\n]*"|`[^`]*`|[^"`}]|\}(?!\}))*\}\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Action();

    [GeneratedRegex("""printf\s+"(?<before>[^"%\n]*)%s(?<after>[^"%\n]*)["]""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Formatted();

    [GeneratedRegex("""\{\{-?\s*/\*.*?\*/\s*-?\}\}""", RegexOptions.CultureInvariant | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("""\{\{-?\s*\$?\.Inner(?:\s*\|\s*(?:markdownify|safeHTML|\$?\.Page\.RenderString|strings\.TrimSpace))*\s*-?\}\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inner();

    [GeneratedRegex("""\{\{-?\s*(?:\$?\.Get|index\s+\$?\.Params)\s+(?<key>\d+|"[\w-]+"|`[\w-]+`)(?:\s*\|\s*(?:safeHTML|safeURL|htmlEscape|plainify))*\s*-?\}\}""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Argument();
}
