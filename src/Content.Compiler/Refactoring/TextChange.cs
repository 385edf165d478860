using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>One edit of one file.</summary>
/// <param name="File">Relative to the project folder.</param>
/// <param name="Range">What is replaced; empty where text is inserted.</param>
/// <param name="Text">What stands there afterwards.</param>
/// <param name="Reason">Why, as who reviews the edits reads it.</param>
internal sealed record TextChange(string File, TextRange Range, string Text, ChangeReason Reason);

/// <summary>Why a text is changed.</summary>
internal enum ChangeReason
{
    /// <summary>What was asked for.</summary>
    Asked,

    /// <summary>A link follows what it leads to.</summary>
    Link,

    /// <summary>A field of front matter or a default follows what it names.</summary>
    Field,

    /// <summary>content.json follows a folder.</summary>
    Configuration,

    /// <summary>The old URL is kept as an alias: a person decides.</summary>
    Alias,
}

/// <summary>What comes of renaming something: edits, or why it cannot be done.</summary>
/// <param name="Changes">By file and place.</param>
/// <param name="Refusal">Null where it can be done.</param>
internal sealed record Refactored(ImmutableArray<TextChange> Changes, string? Refusal = null)
{
    public static Refactored Refuse(string why) => new([], why);

    /// <summary>In the order of files and places, each once.</summary>
    public static Refactored Of(IEnumerable<TextChange> changes) =>
        new([.. changes.Distinct().OrderBy(change => change.File, StringComparer.Ordinal).ThenBy(change => change.Range)]);
}
