using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>What a path turned out to be.</summary>
internal enum LinkOutcome
{
    /// <summary>An entry.</summary>
    Entry,

    /// <summary>A file below the content root.</summary>
    Asset,

    /// <summary>A file of a static folder.</summary>
    StaticFile,

    /// <summary>An address that the program answers.</summary>
    Application,

    /// <summary>An article's file that is no entry.</summary>
    NoCollection,

    /// <summary>A folder without an index article.</summary>
    Folder,

    /// <summary>Nothing.</summary>
    Missing,

    /// <summary>More <c>..</c> than there are folders.</summary>
    LeavesRoot,

    /// <summary>Something behind a symbolic link out of the root.</summary>
    BehindSymbolicLink,

    /// <summary>Root-relative, and not below the base path.</summary>
    OutsideBase,
}

/// <summary>What a link leads to.</summary>
/// <param name="Outcome">What it is.</param>
/// <param name="Path">The decoded path that was looked for, base path taken off.</param>
/// <param name="Entry">The index of the entry, or -1.</param>
/// <param name="File">The file, of an asset or a static file.</param>
/// <param name="RightSpelling">The path as it is really spelled where that differs by case or Unicode form.</param>
internal readonly record struct LinkResolution(
    LinkOutcome Outcome, string Path, int Entry = -1, SourceFile? File = null, string? RightSpelling = null)
{
    /// <summary>Whether there is something at the other end.</summary>
    public bool IsFound => Outcome is LinkOutcome.Entry or LinkOutcome.Asset or LinkOutcome.StaticFile or LinkOutcome.Application;
}
