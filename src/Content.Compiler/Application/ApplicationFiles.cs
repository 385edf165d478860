using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Application;

/// <summary>
/// What a project has besides its articles that its site depends on: the program's pages, <c>content.urls.txt</c>, and the history of its files. They are hashed at once, and read
/// for routes and links only when something is judged; a file of the same bytes is not read again by the same workspace. No fact of an article depends on them.
/// </summary>
internal sealed class ApplicationFiles
{
    private readonly Lazy<ImmutableArray<ApplicationPage>> pages;
    private readonly Dictionary<(string File, ContentHash Hash), ApplicationPage> read = [];

    private ApplicationFiles(ContentHash hash, List<(string File, SourceReading Reading)> files, SourceReading? published, FileHistory history, ApplicationFiles? before)
    {
        History = history;
        Hash = hash;
        Published = published;
        pages = new(() => [.. files.Select(file => Read(file.File, file.Reading, before))]);
    }

    /// <summary>No files at all.</summary>
    public static ApplicationFiles None { get; } = new(default, [], null, FileHistory.None, null);

    /// <summary>Of the names and bytes of all of them.</summary>
    public ContentHash Hash { get; }

    /// <summary>What <c>content.urls.txt</c> says; null where it is not there.</summary>
    public SourceReading? Published { get; }

    /// <summary>When files were last changed.</summary>
    public FileHistory History { get; }

    /// <summary>The pages, by name of file.</summary>
    public ImmutableArray<ApplicationPage> Pages => pages.Value;

    /// <summary>Finds the files and reads their bytes.</summary>
    /// <param name="request">The project.</param>
    /// <param name="before">What was read before; null where nothing was.</param>
    /// <param name="open">The text of a file that an editor holds; null where none does.</param>
    public static ApplicationFiles Read(CompilationRequest request, ApplicationFiles? before = null, Func<string, SourceReading?>? open = null)
    {
        var project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.ProjectDirectory));
        var history = request.HistoryFile is { } file ? FileHistory.Read(Path.GetFullPath(file, project)) : FileHistory.None;
        var hash = new Fingerprint().Add(history.Hash);
        // What only links are held against is not needed where they are not checked.
        if (!request.CheckLinks)
            return ReferenceEquals(history, FileHistory.None) ? None : new ApplicationFiles(hash.Value, [], null, history, null);
        var files = new List<(string, SourceReading)>();
        foreach (var path in request.PageFiles.Select(page => Path.GetFullPath(page, project)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(project, path).Replace(Path.DirectorySeparatorChar, '/');
            // A project may name files that a target has yet to write.
            if (!File.Exists(path))
                continue;
            var reading = open?.Invoke(name) ?? SourceReader.Read(path, name);
            files.Add((name, reading));
            hash.Add(name).Add(reading.Hash).Add(reading.Failure?.Message);
        }

        SourceReading? published = null;
        var urls = Path.Combine(project, PublishedAddresses.FileName);
        if (open?.Invoke(PublishedAddresses.FileName) is { } opened)
            published = opened;
        else if (Path.Exists(urls))
            published = SourceReader.Read(urls, PublishedAddresses.FileName);
        if (published is { } list)
            hash.Add(PublishedAddresses.FileName).Add(list.Hash).Add(list.Failure?.Message);
        return files.Count == 0 && published is null && ReferenceEquals(history, FileHistory.None) ? None : new ApplicationFiles(hash.Value, files, published, history, before);
    }

    private ApplicationPage Read(string file, SourceReading reading, ApplicationFiles? before)
    {
        if (reading.Text is not { } text)
            return new ApplicationPage(file, IsComponent: false, [], [], [], reading.Failure is { } failure ? [failure] : []);
        var page = before is not null && before.pages.IsValueCreated && before.read.TryGetValue((file, reading.Hash), out var known) ? known : PageReader.Read(text);
        read.TryAdd((file, reading.Hash), page);
        return page;
    }
}
