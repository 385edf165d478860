using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

// Reason: without it the calls below cannot be compiled ahead of time, and every first build would wait for the JIT.
[assembly: DisableRuntimeMarshalling]

namespace Content.Compiler.Sources;

/// <summary>
/// Opens files for reading, and nothing else that has a file's name. A pipe that is opened the usual way waits for a writer, maybe for ever,
/// and a name can come to stand for one after it was listed: so it is opened without waiting, and what was opened is asked what it is.
/// .NET 10 offers neither, which is why the C library is called here.
/// </summary>
public static unsafe partial class RegularFile
{
    private const int Interrupted = 4;
    private const int NoDevice = 6;
    private const int NoAccess = 13;

    // Reason: the numbers are those of the system that the build runs on; Linux has the same on x64 and Arm.
    private static readonly int openFlags = OperatingSystem.IsLinux() ? 0x0008_0800 : 0x0100_0004; // O_CLOEXEC | O_NONBLOCK
    private static readonly int wouldBlock = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>Opens the file, symbolic links followed. Others may write to it meanwhile.</summary>
    /// <exception cref="IOException">It is not a file, or cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        var file = OpenWithoutWaiting(path);
        try
        {
            if (KindOf(file) is { } kind)
                throw Unlike(kind);
            LockAsTheFrameworkDoes(file);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>All bytes of the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="most">How many it may have.</param>
    /// <exception cref="IOException">It is not a file, has more bytes, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static byte[] ReadAllBytes(string path, int most)
    {
        using var file = Open(path);
        var length = RandomAccess.GetLength(file);
        if (length > most)
            throw new IOException("It has more bytes than it may have.");
        var bytes = new byte[length];
        var count = 0;
        while (count < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(count), count) is var read and > 0)
            count += read;
        return count == bytes.Length ? bytes : bytes[..count];
    }

    /// <summary>Whether there is something at <paramref name="path"/> that is neither a file nor a folder: a pipe, a socket, a device.</summary>
    public static bool IsSpecial(string path)
    {
        if (OperatingSystem.IsWindows())
            return false;
        try
        {
            Open(path).Dispose();
            return false;
        }
        catch (NotRegularFileException)
        {
            return !Directory.Exists(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false; // whoever opens it is told why that fails
        }
    }

    private static SafeFileHandle OpenWithoutWaiting(string path)
    {
        while (true)
        {
            var descriptor = NativeOpen(path, openFlags);
            if (descriptor >= 0)
                return new SafeFileHandle(descriptor, ownsHandle: true);
            var error = Marshal.GetLastPInvokeError();
            if (error == Interrupted)
                continue;
            var message = Marshal.GetPInvokeErrorMessage(error) + ".";
            throw error switch
            {
                NoDevice => Unlike("a socket or a device"),
                NoAccess => new UnauthorizedAccessException(message),
                _ => new IOException(message),
            };
        }
    }

    /// <summary>What an open file is that is not a regular one; null where it is.</summary>
    private static string? KindOf(SafeFileHandle file)
    {
        if (OperatingSystem.IsLinux() && LinuxMode(file) is { } mode)
        {
            return (mode & 0xF000) switch
            {
                0x8000 => null,
                0x4000 => "a folder",
                0x1000 => "a pipe",
                _ => "a device",
            };
        }

        try
        {
            RandomAccess.GetLength(file);
            return null;
        }
        catch (NotSupportedException)
        {
            return "a pipe or a device";
        }
    }

    /// <summary>Null where the system is too old to say.</summary>
    private static ushort? LinuxMode(SafeFileHandle file)
    {
        const int emptyPath = 0x1000;
        const uint type = 1;
        const int modeOffset = 28;
        try
        {
            var facts = stackalloc byte[256];
            return NativeStatx(file, "", emptyPath, type, facts) == 0 ? *(ushort*)(facts + modeOffset) : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A file that another .NET process has opened for itself alone is not read while that one is at it.</summary>
    private static void LockAsTheFrameworkDoes(SafeFileHandle file)
    {
        const int sharedWithoutWaiting = 1 | 4;
        if (NativeLock(file, sharedWithoutWaiting) != 0 && Marshal.GetLastPInvokeError() == wouldBlock)
            throw new IOException("It is in use by another process.");
    }

    private static NotRegularFileException Unlike(string kind) => new($"It is not a regular file, but {kind}.");

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeOpen(string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeStatx(SafeFileHandle file, string path, int flags, uint mask, byte* facts);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int NativeLock(SafeFileHandle file, int operation);

    private sealed class NotRegularFileException(string message) : IOException(message);
}
