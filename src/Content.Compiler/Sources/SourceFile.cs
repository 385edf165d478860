namespace Content.Compiler.Sources;

/// <summary>A file that exists, as the folder it is in lists it. Its content has not been looked at.</summary>
/// <param name="Path">Relative to the content root (or to its static folder), with <c>/</c>, as the file system spells it.</param>
/// <param name="File">Relative to the project folder, with <c>/</c>: as diagnostics name it.</param>
/// <param name="Length">In bytes.</param>
/// <param name="LastWriteTicks">UTC ticks of the last write.</param>
/// <param name="Reach">Where it really is.</param>
public sealed record SourceFile(string Path, string File, long Length, long LastWriteTicks, FileReach Reach = FileReach.Inside)
{
    /// <summary>The name without its folders.</summary>
    public ReadOnlySpan<char> Name => Path.AsSpan(Path.LastIndexOf('/') + 1);
}

/// <summary>Where a file really is.</summary>
public enum FileReach
{
    /// <summary>Below the root, symbolic links resolved.</summary>
    Inside,

    /// <summary>Behind a symbolic link that leads out of the root: CONTENT2006.</summary>
    LeadsOut,

    /// <summary>Nowhere: a symbolic link to nothing, or to itself.</summary>
    Nowhere,

    /// <summary>It is not a file that has content: a pipe, a socket or a device.</summary>
    NotRegular,
}
