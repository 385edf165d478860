using System.Collections.Immutable;

namespace Content.Compiler.FrontMatter;

/// <summary>What a stretch of YAML or TOML says.</summary>
/// <param name="Root">Its fields; with a syntax error, those that are certain. Null where it is no mapping.</param>
/// <param name="Errors">Keys given twice, and at most one syntax error.</param>
internal readonly record struct MetadataParseResult(MetadataMapping? Root, ImmutableArray<MetadataError> Errors)
{
    /// <summary>Whether something could not be read; keys given twice do not count.</summary>
    public bool IsBroken => MetadataErrorList.IsBroken(Errors);
}
