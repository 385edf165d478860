using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Baselines;

/// <summary>
/// What a fault is known by, wherever it moves: its code and the text that it is about, and for metadata the field. Not its line, not its file, and not the rest
/// of the line, so that neither an edit above it nor one beside it makes it another. Nor the message, which may change with other files and versions.
/// </summary>
/// <param name="texts">The text of a file, as diagnostics name it; null where it cannot be had. Of diagnostics of one file after another each is asked once.</param>
internal sealed class FaultFingerprints(Func<string, SourceText?> texts)
{
    /// <summary>So much of the text is looked at: a range may be a whole article.</summary>
    private const int Reach = 400;

    private string? file;
    private SourceText? source;

    /// <summary>16 hexadecimal digits.</summary>
    public string Of(Diagnostic diagnostic)
    {
        var hash = new XxHash64();
        Append(hash, diagnostic.Code);
        Append(hash, TextOf(diagnostic));
        // Several fields may be missing at one fence, and several rules may speak of one element.
        if (diagnostic.Code is "CONTENT1015" or "CONTENT3007")
            Append(hash, diagnostic.Message);
        else if (diagnostic.Code.StartsWith("CONTENT10", StringComparison.Ordinal))
            Append(hash, FirstQuoted(diagnostic.Message));
        return hash.GetCurrentHashAsUInt64().ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>The text at the diagnostic's place, white space collapsed.</summary>
    private string TextOf(Diagnostic diagnostic)
    {
        if (file != diagnostic.File)
            (file, source) = (diagnostic.File, diagnostic.File.Length == 0 ? null : texts(diagnostic.File));
        if (source is not { } text)
            return "";
        var range = diagnostic.Range;
        var (start, end) = (text.Lines.GetOffset(range.StartLine, range.StartColumn), text.Lines.GetOffset(range.EndLine, range.EndColumn));
        return string.Join(' ', text.Text.Substring(start, Math.Clamp(end - start, 0, Reach)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string FirstQuoted(string message)
    {
        var start = message.IndexOf('\'', StringComparison.Ordinal);
        var end = start < 0 ? -1 : message.IndexOf('\'', start + 1);
        return end < 0 ? "" : message[(start + 1)..end];
    }

    private static void Append(XxHash64 hash, string text)
    {
        hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        hash.Append([0, 0]);
    }
}
