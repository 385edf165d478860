using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>
/// Something wrong in YAML, TOML or JSON, not yet a diagnostic: in front matter it becomes CONTENT1007 or 1008, in content.json CONTENT0002.
/// </summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Span">The offending text; of a key given twice, the second key.</param>
/// <param name="Message">What is wrong and what to do, one line.</param>
public readonly record struct MetadataError(MetadataErrorKind Kind, TextSpan Span, string Message)
{
    /// <summary>The text is not what its language allows.</summary>
    public static MetadataError Syntax(TextSpan span, string message) => new(MetadataErrorKind.Syntax, span, message);

    /// <summary>What is said where fields are expected and <paramref name="found"/> stands.</summary>
    internal static string NotAMapping(string found) => $"Fields are expected here, each a key with a value, but this is {found}.";

    /// <summary>A key that its mapping already has, at <paramref name="first"/>.</summary>
    public static MetadataError DuplicateKey(SourceText source, string key, TextSpan span, TextSpan first)
    {
        var line = source.Lines.GetPosition(first.Start).Line.ToString(CultureInfo.InvariantCulture);
        return new(
            MetadataErrorKind.DuplicateKey,
            span,
            $"Key {Quoted.Text(key)} is given twice: it is already on line {line}. Remove one of the two.");
    }
}

/// <summary>What is wrong with a piece of metadata.</summary>
public enum MetadataErrorKind
{
    /// <summary>The text is not what its language allows, or more than we are willing to read.</summary>
    Syntax,

    /// <summary>A mapping has the key already.</summary>
    DuplicateKey,
}
