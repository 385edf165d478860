using System.Buffers;
using System.Collections.Frozen;
using Content.Compiler.FrontMatter.Yaml;

namespace Content.Compiler.FrontMatter;

/// <summary>Lines that look like the fields of front matter: how sure it is that somebody meant them as such.</summary>
internal sealed class FieldLines
{
    /// <summary>What articles of the usual site generators have, and sentences hardly ever begin with.</summary>
    private static readonly FrozenSet<string> known = FrozenSet.ToFrozenSet(
        [
            "title", "date", "draft", "slug", "url", "aliases", "permalink", "layout", "published", "publishDate", "expiryDate", "description",
            "summary", "excerpt", "author", "authors", "tags", "categories", "category", "keywords", "weight", "lastmod", "template", "lang", "uid",
            "ms.date", "ms.topic", "ms.author", "sidebar_position", "sidebar_label",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> knownSpans = known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> notInSimpleKeys = SearchValues.Create(" \t`*<>()[]{}/");

    /// <summary>The first line.</summary>
    public int Start { get; private init; }

    /// <summary>The line that closes them, or the first that is not one of them.</summary>
    public int End { get; private set; }

    /// <summary>The line behind what closes them.</summary>
    public int BodyStart { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether one has a key that articles have.</summary>
    public bool HasKnown { get; private set; }

    /// <summary>Whether every key is a single word.</summary>
    public bool HaveSimpleKeys { get; private set; } = true;

    /// <summary>Whether every key begins with a small letter.</summary>
    public bool HaveLowerKeys { get; private set; } = true;

    /// <summary>Whether a blank line stands before the first.</summary>
    public bool StartsBlank { get; private set; }

    /// <summary>Whether a line closes them that is a fence, or was meant as one.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether they end at a blank line or with the text.</summary>
    public bool EndsBlank { get; private set; }

    public static FieldLines Of(string text, int start, MetadataLanguage language)
    {
        var lines = new FieldLines { Start = start };
        lines.Read(text, language == MetadataLanguage.Toml ? '=' : ':');
        return lines;
    }

    private void Read(string text, char separator)
    {
        var firstBlank = -1;
        var line = Start;
        for (; line < text.Length; line = FrontMatterFence.NextLine(text, line))
        {
            var written = TextBeforeFrontMatter.Trim(FrontMatterFence.LineAt(text, line));
            if (written.IsEmpty)
            {
                StartsBlank |= Count == 0;
                firstBlank = Count > 0 && firstBlank < 0 ? line : firstBlank;
                continue;
            }

            if (MisplacedFence.Closes(written))
            {
                IsClosed = true;
                End = line;
                BodyStart = FrontMatterFence.NextLine(text, line);
                return;
            }

            if (!Take(text, line, written, separator))
                break;
        }

        EndsBlank = firstBlank >= 0 || line >= text.Length;
        End = firstBlank >= 0 ? firstBlank : line;
        BodyStart = End;
    }

    /// <summary>Whether the line belongs to the fields.</summary>
    private bool Take(string text, int line, ReadOnlySpan<char> written, char separator)
    {
        if (written[0] == '#')
            return true;
        var colon = separator == '=' ? written.IndexOf('=') : YamlText.FindKeyColon(written);
        if (colon is > 0 and < 60 && (char.IsLetterOrDigit(written[0]) || written[0] is '_' or '"' or '\''))
        {
            var key = written[..colon].Trim(" \t\"'");
            Count++;
            HasKnown |= knownSpans.Contains(key);
            HaveSimpleKeys &= !key.ContainsAny(notInSimpleKeys);
            HaveLowerKeys &= key.Length > 0 && !char.IsUpper(key[0]);
            return true;
        }

        // The rest of a value: a list, or what is indented below its key.
        return Count > 0 && (written[0] is '-' or '[' or ']' or '}' || text[line] is ' ' or '\t');
    }
}
