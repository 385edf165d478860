using Content.Compiler.FrontMatter.Yaml;

namespace Content.Compiler.FrontMatter;

/// <summary>Tells front matter from articles that merely start like it: with a thematic break, or with a brace.</summary>
internal static class FrontMatterDetection
{
    /// <summary>
    /// Whether what follows an opening <c>---</c> is meant as YAML. With a blank line behind it, or without a closing fence, it may be
    /// a thematic break: then there must be a field. With a closing fence and no blank line, it is front matter whatever it holds.
    /// </summary>
    public static bool IsYaml(string text, FrontMatterFence fence)
    {
        var line = fence.ContentStart;
        var startsBlank = line < fence.ContentEnd && FrontMatterFence.LineAt(text, line).Trim(" \t").IsEmpty;
        if (fence.IsClosed && !startsBlank)
            return true;

        // A heading looks like a comment of YAML, so comments say nothing here.
        var isBlank = true;
        for (; line < fence.ContentEnd; line = FrontMatterFence.NextLine(text, line))
        {
            var written = FrontMatterFence.LineAt(text, line);
            if (written.Trim(" \t").IsEmpty)
                continue;
            if (!written.StartsWith('#'))
                return (LooksLikeField(written) && (fence.IsClosed || !startsBlank)) || AreFields(text, fence);
            isBlank = false;
        }

        return isBlank;
    }

    /// <summary>Whether lines that a thematic break could stand above are fields all the same.</summary>
    private static bool AreFields(string text, FrontMatterFence fence) =>
        FieldLines.Of(text, fence.ContentStart, MetadataLanguage.Yaml) is { HasKnown: true, HaveSimpleKeys: true, HaveLowerKeys: true } fields
        && (fields.IsClosed || fields.Count > 1);

    /// <summary>Whether an opening brace begins an object, and not a shortcode, an attribute list, a comment of MDX or text.</summary>
    public static bool IsJson(string text)
    {
        var rest = text.AsSpan(1).TrimStart();
        if (rest.IsEmpty || rest[0] is '"' or '}' or '\'')
            return true;
        if (rest.StartsWith("/*", StringComparison.Ordinal))
            return rest.IndexOf("*/", StringComparison.Ordinal) is not (>= 0 and var close) || !rest[(close + 2)..].TrimStart().StartsWith('}');
        if (rest.StartsWith("//", StringComparison.Ordinal))
            return true;
        var name = 0;
        while (name < rest.Length && (char.IsLetterOrDigit(rest[name]) || rest[name] is '_' or '-'))
            name++;
        return name > 0 && rest[name..].TrimStart() is { IsEmpty: false } behind && behind[0] == ':';
    }

    /// <summary>Whether a line at the margin is a key with a colon.</summary>
    public static bool LooksLikeField(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || (!char.IsLetterOrDigit(line[0]) && line[0] is not ('_' or '"' or '\'')))
            return false;
        var colon = YamlText.FindKeyColon(line);
        return colon is > 0 and < 60;
    }
}
