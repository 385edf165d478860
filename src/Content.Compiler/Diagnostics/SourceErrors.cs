using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with a file before it is read as an article.</summary>
internal static class SourceErrors
{
    /// <summary>A byte that UTF-8 does not have at this place.</summary>
    public static Diagnostic NotUtf8(string file, TextRange range, byte found) => DiagnosticCatalog.FileUnreadable.At(
        file, range, string.Create(CultureInfo.InvariantCulture, $"The file is not UTF-8: byte 0x{found:X2} is not valid here. Save it as UTF-8."));

    /// <summary>A UTF-16 byte order mark.</summary>
    public static Diagnostic Utf16(string file) =>
        DiagnosticCatalog.FileUnreadable.At(file, TextRange.FileStart, "The file is UTF-16, by its byte order mark. Save it as UTF-8.");

    /// <summary>The file system refuses.</summary>
    public static Diagnostic Unreadable(string file, string reason) =>
        DiagnosticCatalog.FileUnreadable.At(file, TextRange.FileStart, "The file cannot be read: " + MessageText.OneLine(reason));

    /// <summary>Nobody wrote that much by hand.</summary>
    public static Diagnostic TooLarge(string file, long bytes, long most) => DiagnosticCatalog.FileUnreadable.At(
        file, TextRange.FileStart, string.Create(CultureInfo.InvariantCulture, $"The file has {bytes} bytes, more than the {most} that an article may have. Split it, or exclude it with a '!' glob."));

    /// <summary>ContentConfig names a file that is not there.</summary>
    public static Diagnostic ConfigurationMissing(string file) => DiagnosticCatalog.ConfigurationSyntax.At(
        file, TextRange.FileStart, $"The configuration file {Quoted.Text(file)} does not exist. Create it, or correct the property ContentConfig.");

    /// <summary>Quotes in quotes in quotes.</summary>
    public static Diagnostic NestedTooDeeply(string file, TextRange range) =>
        DiagnosticCatalog.FileUnreadable.At(file, range, "The text is nested too deeply to be read: thousands of quotes, lists or brackets inside each other.");

    /// <summary>A text on which the parser's time grows with the square of its length.</summary>
    public static Diagnostic TooMuch(string file, TextRange range, string cause) => DiagnosticCatalog.FileUnreadable.At(
        file, range, $"The text has too many {cause} to be read in reasonable time. Split it, or exclude the file with a '!' glob.");

    /// <summary>A selector of many parts, each of which would be tried on very many elements.</summary>
    public static Diagnostic TooManyElements(string file, string selector) => DiagnosticCatalog.FileUnreadable.At(
        file, TextRange.FileStart,
        $"The article has too many elements for the selector {Quoted.Text(selector)} to be tried on them. Write a selector of fewer parts and without ':has', or exclude the file by a '!' glob.");

    /// <summary>A selector would have to go from each of very many elements to each of the others.</summary>
    public static Diagnostic TooManySiblings(string file, string selector) => DiagnosticCatalog.FileUnreadable.At(
        file, TextRange.FileStart,
        $"The article has too many elements side by side for the selector {Quoted.Text(selector)} to be tried on them. Select without '+', '~' and ':', or exclude the file with a '!' glob.");
}
