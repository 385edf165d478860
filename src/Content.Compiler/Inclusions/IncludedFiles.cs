using System.Collections.Concurrent;
using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Sources;

namespace Content.Compiler.Inclusions;

/// <summary>
/// The files that articles take in, each read once a build. Only what lies below the content root or a folder of <c>snippets</c> is read, wherever a
/// path or a symbolic link leads. Safe to use from several threads at once.
/// </summary>
internal sealed class IncludedFiles
{
    /// <summary>What the path of a note begins with that stands for the question which article has a name.</summary>
    public const string ByName = "**/";

    private readonly Lazy<ILookup<string, SourceFile>> byName;
    private readonly FileMap files;
    private readonly ISourceTexts texts;
    private readonly ConcurrentDictionary<string, IncludedText> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (ImmutableArray<string> Names, ContentHash State)> listed = new(StringComparer.Ordinal);
    private readonly Lazy<(string? Root, ImmutableArray<string> Folders)> allowed;

    /// <summary>The files of a project.</summary>
    /// <param name="files">Its project folder and content root.</param>
    /// <param name="texts">What files say.</param>
    /// <param name="folders">Those of <c>snippets</c>, relative to the project folder.</param>
    public IncludedFiles(FileMap files, ISourceTexts texts, ImmutableArray<string> folders)
    {
        this.files = files;
        this.texts = texts;
        Folders = folders;
        byName = new(() => files.Files.Where(file => file.Reach == FileReach.Inside && FileExtensions.IsArticle(ContentPath.ExtensionOf(file.Path))).ToLookup(file => NameOf(file.Path)));
        allowed = new(() => (SymbolicLink.Resolve(FullPath(files.Root)), [.. folders.Select(folder => SymbolicLink.Resolve(FullPath(folder))).OfType<string>()]));
    }

    /// <summary>The folders of <c>snippets</c>, relative to the project folder.</summary>
    public ImmutableArray<string> Folders { get; }

    /// <summary>The content root, relative to the project folder.</summary>
    public string Root => files.Root;

    /// <summary>The file at <paramref name="path"/>, relative to the project folder, with <c>/</c>.</summary>
    public IncludedText Read(string path) => known.GetOrAdd(path, ReadNow);

    /// <summary>The names of the files in <paramref name="folder"/>, which is allowed, for suggestions; and what tells them from others.</summary>
    public (ImmutableArray<string> Names, ContentHash State) List(string folder) => listed.GetOrAdd(folder, ListNow);

    /// <summary>
    /// The article below the content root that has this name, or a path that ends so, relative to the project folder; of several, the one with the
    /// shortest path. Case and the extension make no difference.
    /// </summary>
    public (string? Path, ContentHash State) FindByName(string name)
    {
        string? best = null;
        foreach (var file in byName.Value[NameOf(name)])
        {
            var path = file.Path[..^ContentPath.ExtensionOf(file.Path).Length];
            var wanted = WithoutExtension(name);
            if (path.EndsWith(wanted, StringComparison.OrdinalIgnoreCase) && (path.Length == wanted.Length || path[^(wanted.Length + 1)] == '/')
                && (best is null || file.File.Length < best.Length || (file.File.Length == best.Length && string.CompareOrdinal(file.File, best) < 0)))
            {
                best = file.File;
            }
        }

        return (best, best is null ? default : ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(best)));
    }

    private static string WithoutExtension(string name) =>
        FileExtensions.IsArticle(ContentPath.ExtensionOf(name)) ? name[..^ContentPath.ExtensionOf(name).Length] : name;

    private static string NameOf(string path) => ContentPath.NameOf(WithoutExtension(path)).ToString().ToUpperInvariant();

    /// <summary>Whether a file is what it was when an article asked for it.</summary>
    public bool IsUnchanged(IncludedFile file) => file.Path.StartsWith(ByName, StringComparison.Ordinal)
        ? FindByName(file.Path[ByName.Length..]).State == file.State
        : (file.Path.EndsWith('/') ? List(file.Path[..^1]).State : Read(file.Path).State) == file.State;

    private string FullPath(string path) => Path.GetFullPath(path, files.ProjectDirectory);

    private IncludedText ReadNow(string path)
    {
        var full = FullPath(path);
        var isOpen = texts.IsOpen(path);
        if (!isOpen && !IsThere(full))
            return IncludedText.Missing(path);
        var reach = Judge(isOpen && !File.Exists(full) ? full : SymbolicLink.Resolve(full));
        if (reach == IncludedReach.Anywhere)
            return new IncludedText(path, reach, null, null, new ContentHash(0, (ulong)reach));
        var reading = texts.Read(files, new SourceFile(path, path, 0, 0));
        // What could not be read may be anything, so no state of it is ever the same: but for what the reason says.
        var hash = reading.Hash == default ? ContentHash.Of(System.Text.Encoding.UTF8.GetBytes(reading.Failure!.Message)) : reading.Hash;
        return new IncludedText(path, reach, reading.Text, reading.Failure, hash with { Low = hash.Low ^ (ulong)reach });
    }

    private IncludedReach Judge(string? resolved)
    {
        if (resolved is null)
            return IncludedReach.Anywhere;
        var reach = IncludedReach.Anywhere;
        if (allowed.Value.Root is { } root && SymbolicLink.IsWithin(resolved, root))
            reach |= IncludedReach.Content;
        if (allowed.Value.Folders.Any(folder => SymbolicLink.IsWithin(resolved, folder)))
            reach |= IncludedReach.Snippets;
        return reach;
    }

    /// <summary>By the exact name: where the system compares names without case, the folder is asked how it spells them.</summary>
    private static bool IsThere(string full)
    {
        try
        {
            if (!File.Exists(full))
                return false;
            return OperatingSystem.IsLinux() || Directory.EnumerateFiles(Path.GetDirectoryName(full)!).Any(name => Path.GetFileName(name) == Path.GetFileName(full));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private (ImmutableArray<string> Names, ContentHash State) ListNow(string folder)
    {
        try
        {
            var full = FullPath(folder);
            if (!Directory.Exists(full) || Judge(SymbolicLink.Resolve(full)) == IncludedReach.Anywhere)
                return ([], default);
            ImmutableArray<string> names = [.. Directory.EnumerateFiles(full).Select(name => Path.GetFileName(name)!).Order(StringComparer.Ordinal)];
            var fingerprint = new Fingerprint();
            foreach (var name in names)
                fingerprint.Add(name);
            return (names, fingerprint.Value);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return ([], default);
        }
    }
}
