using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Content.Compiler.Sources;

/// <summary>Tells regular files from pipes, sockets and devices, which .NET does not; opening one to see would wait for whoever is at its other end.</summary>
internal static partial class FileKind
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>What the runtime's own library writes about a file has some 120 bytes; the mode stands behind four bytes of flags.</summary>
    private const int StatusSize = 512;
    private const int ModeOffset = 4;

    /// <summary>Whether there is something at <paramref name="path"/>, links followed, that is neither a regular file nor a folder.</summary>
    public static bool IsSpecial(string path)
    {
        // Reason: on Windows devices have names of their own, which are no paths of a folder, and opening one does not wait.
        if (OperatingSystem.IsWindows())
            return false;
        Span<byte> status = stackalloc byte[StatusSize];
        if (Stat(path, ref MemoryMarshal.GetReference(status)) != 0)
            return false;
        var mode = BitConverter.IsLittleEndian
            ? BinaryPrimitives.ReadInt32LittleEndian(status[ModeOffset..])
            : BinaryPrimitives.ReadInt32BigEndian(status[ModeOffset..]);
        return (mode & TypeMask) is not (Regular or Folder);
    }

    [LibraryImport("libSystem.Native", EntryPoint = "SystemNative_Stat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Stat(string path, ref byte status);
}
