namespace Content.Compiler.Incremental;

/// <summary>What tells without reading a file that it is the one that was read.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="LastWriteTicks">UTC ticks of its last write.</param>
/// <param name="FolderTicks">Those of its folder: a file that is renamed over another brings its own length and time along.</param>
internal readonly record struct FileStamp(long Length, long LastWriteTicks, long FolderTicks);
