using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>The language that metadata is written in.</summary>
public enum MetadataLanguage
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Between <c>---</c> lines, or a .yml or .yaml file.</summary>
    Yaml,

    /// <summary>Between <c>+++</c> lines, or a .toml file.</summary>
    Toml,

    /// <summary>An object at the start of the file, or a .json file.</summary>
    Json,
}

/// <summary>The metadata of one file as its author wrote it.</summary>
/// <param name="Language">How it is written.</param>
/// <param name="Root">The fields; null where there are none or where they could not be read (then there are diagnostics).</param>
/// <param name="FenceSpan">The opening fence (of JSON the brace): where CONTENT1001 and CONTENT1009 point. Empty at 0 without front matter.</param>
/// <param name="BodyStart">The offset at which the body starts; the end of the text in a data file.</param>
/// <param name="Diagnostics">CONTENT1007, 1008, 1009.</param>
public sealed record FrontMatterBlock(
    MetadataLanguage Language,
    MetadataMapping? Root,
    TextSpan FenceSpan,
    int BodyStart,
    ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>
    /// Whether there is metadata that could not be read in whole: its fields are then not also reported missing.
    /// </summary>
    public bool IsBroken { get; init; }

    /// <summary>The list that a data file is which may be one.</summary>
    public MetadataSequence? List { get; init; }
}
