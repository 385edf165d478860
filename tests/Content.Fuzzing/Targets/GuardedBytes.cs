using System.Runtime.InteropServices;

namespace Content.Fuzzing.Targets;

/// <summary>
/// Bytes in memory that ends where they end: on Linux the page behind them may not be touched, so that a program that reads one byte too many dies of it.
/// </summary>
internal sealed unsafe partial class GuardedBytes : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* memory;
    private readonly nuint size;
    private readonly byte* start;
    private readonly int length;

    public GuardedBytes(ReadOnlySpan<byte> bytes)
    {
        length = bytes.Length;
        if (OperatingSystem.IsLinux())
        {
            var page = (nuint)Environment.SystemPageSize;
            var room = ((nuint)length + page - 1) / page * page;
            size = room + page;
            memory = Map(null, size, ReadWrite, PrivateAnonymous, -1, 0);
            if (memory == (byte*)-1 || Protect(memory + room, page, 0) != 0)
                throw new InvalidOperationException($"No memory with a guard page: error {Marshal.GetLastPInvokeError()}.");
            start = memory + room - (nuint)length;
        }
        else
        {
            start = memory = (byte*)NativeMemory.Alloc((nuint)length);
        }

        bytes.CopyTo(new Span<byte>(start, length));
    }

    /// <summary>A stream over the bytes where they are, as a resource of an assembly is one.</summary>
    public Stream Open() => new UnmanagedMemoryStream(start, length);

    public void Dispose()
    {
        if (!OperatingSystem.IsLinux())
            NativeMemory.Free(memory);
        else if (Unmap(memory, size) != 0)
            throw new InvalidOperationException($"The memory cannot be given back: error {Marshal.GetLastPInvokeError()}.");
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    private static partial byte* Map(void* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    private static partial int Protect(void* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    private static partial int Unmap(void* address, nuint length);
}
