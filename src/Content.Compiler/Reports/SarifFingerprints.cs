using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Reports;

/// <summary>
/// What a result is known by from one report to the next: its code, its file, and the text around its place. Not the line's number, which changes with every
/// edit above it, and not the message, which may change with other files and versions.
/// </summary>
internal sealed class SarifFingerprints(string projectDirectory)
{
    /// <summary>The name that code hosts know such a fingerprint by: a hash, and the how manyth of its kind it is.</summary>
    public const string Name = "primaryLocationLineHash";

    /// <summary>So much of a line before and after the place is looked at, because a file may be one line.</summary>
    private const int Reach = 100;

    private readonly Dictionary<UInt128, int> occurrences = [];
    private string? file;
    private SourceText? source;

    /// <summary>The fingerprint. Of results of one file after another each file is read once.</summary>
    public string Of(Diagnostic diagnostic, string uri)
    {
        var hash = new XxHash128();
        Append(hash, diagnostic.Code);
        Append(hash, uri);
        if (Source(diagnostic.File) is { } text)
        {
            var range = diagnostic.Range;
            var (start, end) = (text.Lines.GetOffset(range.StartLine, range.StartColumn), text.Lines.GetOffset(range.EndLine, range.EndColumn));
            Append(hash, text.Text.AsSpan(start, Math.Clamp(end - start, 0, Reach)));
            var (from, to) = text.Lines.GetLine(range.StartLine);
            from = Math.Max(from, start - Reach);
            to = Math.Min(to, start + Reach);
            Append(hash, text.Text.AsSpan(from, Math.Max(to - from, 0)).Trim());
        }

        var value = hash.GetCurrentHashAsUInt128();
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(occurrences, value, out _);
        count++;
        return string.Create(CultureInfo.InvariantCulture, $"{value:x32}:{count}");
    }

    private SourceText? Source(string name)
    {
        if (file != name)
        {
            file = name;
            source = name.Length == 0 ? null : SourceReader.Read(Path.GetFullPath(name, projectDirectory), name).Text;
        }

        return source;
    }

    private static void Append(XxHash128 hash, ReadOnlySpan<char> text)
    {
        hash.Append(MemoryMarshal.AsBytes(text));
        hash.Append([0, 0]);
    }
}
