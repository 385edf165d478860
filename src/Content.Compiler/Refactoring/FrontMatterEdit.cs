using Content.Compiler.Articles;
using Content.Compiler.FrontMatter;
using Content.Compiler.Navigation;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>Inserts into front matter, in the language that it is written in.</summary>
internal static class FrontMatterEdit
{
    /// <summary>Adds an alias to those that are there.</summary>
    public static TextChange? AddAlias(SourceText source, string alias)
    {
        var block = FrontMatterReader.Read(source);
        if (block.IsBroken)
            return null;
        var written = FieldCompletion.Write(alias, block.Language is MetadataLanguage.None ? MetadataLanguage.Yaml : block.Language, '\0', isText: true);
        if (block.Root?.Find(SpecialKeys.Aliases.Key) is { } aliases)
        {
            switch (aliases.Value)
            {
                case MetadataSequence { Items.IsEmpty: false } list when source.Text[list.Span.Start] == '[':
                    return Insert(source, list.Items[^1].Span.End, ", " + written, ChangeReason.Alias);
                case MetadataSequence { Items.IsEmpty: false } list when block.Language == MetadataLanguage.Yaml:
                    var dash = source.Text.LastIndexOf('-', list.Items[^1].Span.Start);
                    var line = source.Text.LastIndexOf('\n', dash) + 1;
                    return Insert(source, list.Items[^1].Span.End, NewLine(source) + source.Text[line..dash] + "- " + written, ChangeReason.Alias);
                case MetadataSequence { Items.IsEmpty: true } list when list.Span.Length >= 2:
                    return Insert(source, list.Span.Start + 1, written, ChangeReason.Alias);
                case MetadataScalar scalar when scalar.Kind == MetadataKind.String:
                    return new TextChange(source.File, source.GetRange(scalar.Span), $"[{source.Text.Substring(scalar.Span.Start, scalar.Span.Length)}, {written}]", ChangeReason.Alias);
                default:
                    return null;
            }
        }

        return AddFields(source, block, [(SpecialKeys.Aliases.Key, $"[{written}]")], ChangeReason.Alias);
    }

    /// <summary>Adds keys with their values, written in the language of the block.</summary>
    public static TextChange? AddFields(SourceText source, FrontMatterBlock block, IReadOnlyList<(string Key, string Value)> fields, ChangeReason reason)
    {
        var newLine = NewLine(source);
        switch (block.Language)
        {
            case MetadataLanguage.None:
                var text = string.Concat(fields.Select(field => $"{field.Key}: {field.Value}{newLine}"));
                return Insert(source, 0, $"---{newLine}{text}---{newLine}", reason);
            case MetadataLanguage.Json when block.Root is { } root:
                var json = string.Join(", ", fields.Select(field => $"\"{field.Key}\": {field.Value}"));
                if (root.Properties.IsEmpty)
                    return Insert(source, Math.Min(root.Span.Start + 1, source.Text.Length), json, reason);
                var last = root.Properties[^1];
                return Insert(source, last.Value.Span.End, ", " + json, reason);
            case MetadataLanguage.Yaml or MetadataLanguage.Toml when block.FenceSpan.Length > 0:
                var fence = FrontMatterFence.Find(source.Text, block.Language == MetadataLanguage.Yaml ? "---" : "+++");
                if (!fence.IsClosed)
                    return null;
                var lines = string.Concat(fields.Select(field => Line(block.Language, field) + newLine));
                // Reason: in TOML what follows a table belongs to it.
                var at = block.Language == MetadataLanguage.Toml ? fence.ContentStart : fence.ContentEnd;
                return Insert(source, at, lines, reason);
            case MetadataLanguage.Yaml or MetadataLanguage.Toml:
                var added = string.Concat(fields.Select(field => Line(block.Language, field) + newLine));
                return Insert(source, 0, added, reason);
            default:
                return null;
        }
    }

    /// <summary>The line ends of a text.</summary>
    public static string NewLine(SourceText source) => source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";

    private static string Line(MetadataLanguage language, (string Key, string Value) field) =>
        language == MetadataLanguage.Toml ? $"{FieldCompletion.WriteKey(field.Key, language)} = {field.Value}" : $"{field.Key}: {field.Value}";

    private static TextChange Insert(SourceText source, int offset, string text, ChangeReason reason) =>
        new(source.File, source.GetRange(new TextSpan(offset, 0)), text, reason);
}
