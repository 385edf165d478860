using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>Reads TOML with the exact place of every key and value.</summary>
internal static class TomlMetadataReader
{
    /// <summary>How often reading begins anew after a mistake; each time costs a copy of the rest.</summary>
    private const int Attempts = 8;

    /// <summary>Reads what stands between <paramref name="start"/> and <paramref name="end"/>.</summary>
    public static MetadataParseResult Read(SourceText source, int start, int end)
    {
        var document = new TomlDocument(source, TextSpan.FromBounds(start, end));
        var control = source.Text.AsSpan(start, end - start).IndexOfAny(TomlText.Controls);
        if (control >= 0)
        {
            document.Report(new TextSpan(start + control, 1), "TOML allows no control character here. Remove it.");
            return document.Finish();
        }

        var position = start;
        for (var attempt = 0; attempt < Attempts && position < end; attempt++)
        {
            var parser = new TomlStatements(document, source.Text, position, end);
            if (parser.Read())
                break;
            position = NextStatement(source.Text, parser.FaultOffset, end);
        }

        return document.Finish();
    }

    /// <summary>The next line after a mistake that is plainly a key with a value or a header.</summary>
    private static int NextStatement(string text, int position, int end)
    {
        while (position < end)
        {
            var length = text.AsSpan(position, end - position).IndexOfAny('\r', '\n');
            if (length < 0)
                return end;
            position += length + 1;
            if (TomlText.StartsField(text, position, end))
                return position;
        }

        return end;
    }
}
