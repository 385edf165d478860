using System.Globalization;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Sources;

namespace Content.Build.ExternalLinks;

/// <summary>
/// Addresses that were alive, and the day they were, in a file that can be checked in: text, sorted, a line each, and nothing in it that
/// differs between two people who find the same. Only what is alive is remembered, so everything else is asked for again each time.
/// </summary>
internal sealed class LinkMemory
{
    /// <summary>How long it is believed.</summary>
    private const int Days = 7;

    private const int LongestFile = 64 * 1024 * 1024;
    private const string Heading = "# External links that were alive, and when. Kept by 'dotnet build -t:CheckExternalLinks'; may be checked in, and may be deleted.";

    private readonly string file;
    private readonly DateOnly today;
    private readonly SortedDictionary<string, (DateOnly Day, string MovedTo)> known = new(StringComparer.Ordinal);

    private LinkMemory(string file, DateOnly today)
    {
        this.file = file;
        this.today = today;
    }

    /// <summary>Reads the file. One that is not there, or not as it was written, is an empty one.</summary>
    public static LinkMemory Load(string file, DateOnly today)
    {
        var memory = new LinkMemory(file, today);
        try
        {
            var bytes = File.Exists(file) ? RegularFile.ReadAllBytes(file, LongestFile) : [];
            if (bytes.Length > 0 && !memory.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart((char)0xFEFF)))
                memory.known.Clear();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            memory.known.Clear();
        }

        return memory;
    }

    /// <summary>Whether the address is known to be alive; and where it has moved to, empty where it has not.</summary>
    public bool TryFind(string address, out string movedTo)
    {
        var isKnown = known.TryGetValue(address, out var found);
        movedTo = isKnown ? found.MovedTo : "";
        return isKnown;
    }

    /// <summary>The address is alive today.</summary>
    public void Remember(string address, string movedTo) => known[address] = (today, movedTo);

    /// <summary>Writes the file, whole or not at all, and not where it would be the same. Returns CONTENT9002 where that cannot be done.</summary>
    public Diagnostic? Save()
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var (address, (day, movedTo)) in known)
        {
            text.Append(CultureInfo.InvariantCulture, $"{address} {day:yyyy-MM-dd}");
            text.Append(movedTo.Length > 0 ? " " + movedTo : "").Append('\n');
        }

        try
        {
            if (known.Count == 0 && !File.Exists(file))
                return null;
            var folder = Path.GetDirectoryName(file)!;
            Directory.CreateDirectory(folder);
            OutputFile.Write(folder, Path.GetFileName(file), previous: null, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return InternalErrors.UnwritableReport(file, failure.Message);
        }
    }

    private bool Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines[0] != Heading || lines[^1].Length > 0)
            return false;
        foreach (var line in lines.AsSpan(1, lines.Length - 2))
        {
            var parts = line.Split(' ');
            if (parts.Length is not (2 or 3) || !parts.Where((_, index) => index != 1).All(IsAddress)
                || !DateOnly.TryParseExact(parts[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return false;
            }

            // What is older, or from a clock that is wrong, is not believed and so not kept.
            if (day <= today && day > today.AddDays(-Days))
                known[parts[0]] = (day, parts.Length == 3 ? parts[2] : "");
        }

        return true;
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
