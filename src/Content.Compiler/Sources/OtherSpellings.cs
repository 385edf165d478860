using Content.Compiler.Text;

namespace Content.Compiler.Sources;

/// <summary>
/// Finds paths by what two spellings have in common whatever the operating system makes of case and Unicode form.
/// Built when the first path is not found as written.
/// </summary>
internal sealed class OtherSpellings
{
    private readonly Dictionary<string, string> content;
    private readonly Dictionary<string, string> statics;

    public OtherSpellings(FileMap map)
    {
        content = new(map.Files.Length + map.Folders.Length, StringComparer.Ordinal);
        foreach (var file in map.Files)
            content.TryAdd(Fold(file.Path), file.Path);
        foreach (var folder in map.Folders)
            content.TryAdd(Fold(folder), folder);
        statics = new(map.StaticFiles.Count, StringComparer.Ordinal);
        foreach (var file in map.StaticFiles)
            statics.TryAdd(Fold(file.Path), file.Path);
    }

    public string? Find(string path) => Find(content, path);

    public string? FindStatic(string path) => Find(statics, path);

    /// <summary>The same for all spellings that differ by case or Unicode form alone.</summary>
    public static string Fold(string path)
    {
        // Reason: the upper case of a composed letter can be a sequence that composes again, so it is composed last as well.
        return UnicodeText.Compose(UnicodeText.Compose(path).ToUpperInvariant());
    }

    private static string? Find(Dictionary<string, string> paths, string path) =>
        paths.Count > 0 && paths.TryGetValue(Fold(path), out var found) && !string.Equals(found, path, StringComparison.Ordinal) ? found : null;
}
