using System.Runtime.InteropServices;

namespace Onigwrap;

/// <summary>The native library of the package Onigwrap: Oniguruma over UTF-16, counted in bytes going in and in characters coming out.</summary>
internal static unsafe partial class NativeMethods
{
    private const string Library = "libonigwrap";

    [LibraryImport(Library)]
    public static partial IntPtr onigwrap_create(char* pattern, int length, int ignoreCase, int multiline);

    [LibraryImport(Library)]
    public static partial void onigwrap_free(IntPtr expression);

    [LibraryImport(Library)]
    public static partial IntPtr onigwrap_region_new();

    [LibraryImport(Library)]
    public static partial int onigwrap_search(IntPtr expression, char* text, int offset, int length, IntPtr region);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int onigwrap_num_regs(IntPtr region);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int onigwrap_pos(IntPtr region, int group);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int onigwrap_len(IntPtr region, int group);
}
