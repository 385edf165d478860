namespace Content.Runtime;

/// <summary>An image that a field names.</summary>
/// <param name="Url">Where it is served, base path applied; or the absolute address that was written.</param>
/// <param name="Width">In CSS pixels; 0 where it is not known.</param>
/// <param name="Height">In CSS pixels; 0 where it is not known.</param>
/// <param name="Length">The size of the file in bytes; 0 for an absolute address.</param>
/// <param name="SourceFile">The file relative to the project folder; null for an absolute address.</param>
public sealed record ContentImage(string Url, int Width, int Height, long Length, string? SourceFile);
