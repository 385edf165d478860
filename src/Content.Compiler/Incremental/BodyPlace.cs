namespace Content.Compiler.Incremental;

/// <summary>Where a body is in the body store.</summary>
/// <param name="Offset">In bytes from the start of the store.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Checksum">CRC-64 of the bytes.</param>
internal readonly record struct BodyPlace(long Offset, int Length, long Checksum);
