using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Reads YAML with the exact place of every key and value.</summary>
internal static class YamlMetadataReader
{
    /// <summary>Reads the one document between <paramref name="start"/> and <paramref name="end"/>, whose fences are not among it.</summary>
    public static MetadataParseResult Read(SourceText source, int start, int end) => ReadDocument(source, start, end).AsFields();

    /// <summary>Likewise, where it may be a list.</summary>
    public static MetadataParseResult ReadDocument(SourceText source, int start, int end)
    {
        var simple = new YamlSimpleParser(source, start, end);
        return simple.Read() is { } root
            ? new(root, simple.Duplicates)
            : ReadAll(source, start, end);
    }

    /// <summary>The same by SharpYaml alone.</summary>
    internal static MetadataParseResult ReadInFull(SourceText source, int start, int end) => ReadAll(source, start, end).AsFields();

    private static MetadataParseResult ReadAll(SourceText source, int start, int end)
    {
        var control = source.Text.AsSpan(start, end - start).IndexOf('\0');
        return control >= 0
            ? new(null, [MetadataError.Syntax(new TextSpan(start + control, 1), "There is a NUL character here. Remove it.")])
            : new YamlEventReader(source, start, end).Read();
    }
}
