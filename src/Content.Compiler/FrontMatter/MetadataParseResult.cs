using System.Collections.Immutable;

namespace Content.Compiler.FrontMatter;

/// <summary>What a stretch of YAML or TOML says.</summary>
/// <param name="Root">Its fields; with a syntax error, those that are certain. Null where it is no mapping.</param>
/// <param name="Errors">Keys given twice, and at most one syntax error.</param>
internal readonly record struct MetadataParseResult(MetadataMapping? Root, ImmutableArray<MetadataError> Errors)
{
    /// <summary>The list that it is instead of fields, as the whole of a data file may be.</summary>
    public MetadataSequence? List { get; init; }

    /// <summary>The same where it has to be fields.</summary>
    public MetadataParseResult AsFields() => List is not { } list || IsBroken
        ? this
        : new(null, Errors.Add(MetadataError.Syntax(list.Span, MetadataError.NotAMapping("a list"))));

    /// <summary>Whether something could not be read; keys given twice do not count.</summary>
    public bool IsBroken => MetadataErrorList.IsBroken(Errors);
}
