using Content.Compiler.Diagnostics;

namespace Content.Compiler.Sources;

/// <summary>A file that says how faults are reported: read at once up to a bound, because its hash is asked for always and its text seldom.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Name">As diagnostics name it.</param>
/// <param name="Reading">Its text, or what keeps us from it.</param>
internal sealed record SettingsFile(string Path, string Name, SourceReading Reading)
{
    /// <summary>Of its bytes; of one that cannot be read, of the reason.</summary>
    public ContentHash Hash => Reading.Text is null ? new Fingerprint().Add(Reading.Failure!.Message).Value : Reading.Hash;

    /// <summary>Reads it.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="name">As diagnostics name it.</param>
    /// <param name="most">How many bytes are read of such a file.</param>
    /// <param name="tooLarge">What is said of one with more: its name, how many it has, and how many it may have.</param>
    public static SettingsFile Read(string path, string name, int most, Func<string, long, long, Diagnostic> tooLarge)
    {
        try
        {
            long length;
            using (var file = RegularFile.Open(path))
                length = RandomAccess.GetLength(file);
            return new SettingsFile(
                path, name, length > most ? SourceReading.Failed(tooLarge(name, length, most)) : SourceReader.Decode(name, RegularFile.ReadAllBytes(path, most)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new SettingsFile(path, name, SourceReading.Failed(SourceErrors.Unreadable(name, failure.Message)));
        }
    }
}
