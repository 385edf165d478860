using Content.Compiler.Articles;
using Content.Compiler.Inclusions;
using Content.Compiler.Links;
using Content.Compiler.Navigation;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>Paths of what articles take in, code and text, follow the files that they name, and count on from where their own file will be.</summary>
/// <param name="site">The site as it is.</param>
/// <param name="files">The files that exist.</param>
/// <param name="moved">The name that a file or folder will have, relative to the project folder.</param>
/// <param name="origin">The name that it has now of one that will have this name; itself where nothing moves there.</param>
internal sealed class InclusionMove(SiteView site, FileMap files, Func<string, string> moved, Func<string, string> origin)
{
    /// <summary>The edits, each once: a text that several articles take in names what it takes in itself once.</summary>
    public IEnumerable<TextChange> Changes(CancellationToken cancellation)
    {
        var taking = Enumerable.Range(0, site.Entries.Length).Where(index => !site.Entries[index].Article.Inputs.IsEmpty).ToList();
        if (taking.Count == 0)
            return [];
        var included = new IncludedFiles(files, site.Texts, site.Configuration.SnippetFolders);
        var reader = new ArticleReader(site.Configuration, included);
        var places = new Dictionary<(string, TextRange), TakenIn>();
        foreach (var index in taking)
        {
            cancellation.ThrowIfCancellationRequested();
            var article = site.Entries[index].Article;
            if (site.Read(article.File) is not { } source || files.Find(article.Path) is not { } file)
                continue;
            foreach (var taken in reader.Read(file, new SourceReading(source, default, null), article.Collection).TakenIn)
                places.TryAdd((taken.File, taken.Range), taken);
        }

        var sources = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        return [.. places.Values.Select(taken => Change(taken, included, sources)).OfType<TextChange>()];
    }

    private TextChange? Change(TakenIn taken, IncludedFiles included, Dictionary<string, SourceText?> sources)
    {
        var goal = moved(taken.Path);
        if (goal == taken.Path && moved(taken.File) == taken.File)
            return null;
        if (!sources.TryGetValue(taken.File, out var source))
            sources.Add(taken.File, source = site.Read(taken.File) ?? included.Read(taken.File).Text);
        if (source is null)
            return null;
        var span = GoTo.SpanOf(source.Lines, taken.Range);
        // Reason: what a dialect has rewritten may stand there in other words, and is left alone.
        if (!source.Text.AsSpan(span.Start, span.Length).SequenceEqual(taken.Written))
            return null;
        var path = taken.IsName ? Name(taken, goal) : Path(taken, goal, included);
        if (path is null || path == taken.Written)
            return null;
        // Reason: an option without quotes ends at a space.
        if (path.Contains(' ', StringComparison.Ordinal) && !taken.Written.Contains(' ', StringComparison.Ordinal) && span.Start > 0 && source.Text[span.Start - 1] == '=')
            path = $"\"{path}\"";
        return new TextChange(source.File, taken.Range, path, ChangeReason.Link);
    }

    /// <summary>The path as it has to be written then; null where what is written leads there.</summary>
    private string? Path(TakenIn taken, string goal, IncludedFiles included)
    {
        var own = InclusionPath.FolderOf(taken.File).ToString();
        var folders = taken.Folders.Select(folder => folder == own ? InclusionPath.FolderOf(moved(taken.File)).ToString() : folder.Length == 0 ? "" : moved(folder)).ToList();
        if (folders.Select(folder => InclusionPath.Combine(folder, taken.Written)).OfType<string>().FirstOrDefault(WillExist) == goal)
            return null;
        // From the folder that it counts from now, where it can: who writes a path from the project folder does so everywhere.
        var used = Enumerable.Range(0, folders.Count).First(index => InclusionPath.Combine(taken.Folders[index], taken.Written) == taken.Path);
        var folderOfPath = taken.Folders[used] == own || !(folders[used].Length == 0 || goal.StartsWith(folders[used] + "/", StringComparison.Ordinal)) ? folders[0] : folders[used];
        var path = InclusionPath.Relative(folderOfPath, goal);
        return taken.Written.StartsWith("./", StringComparison.Ordinal) && !path.StartsWith("../", StringComparison.Ordinal) ? "./" + path : path;

        bool WillExist(string path) => origin(path) is var now && moved(now) == path && included.Read(now).Exists;
    }

    /// <summary>The name in as many words as before.</summary>
    private static string? Name(TakenIn taken, string goal)
    {
        var extension = FileExtensions.IsArticle(ContentPath.ExtensionOf(taken.Written)) ? "" : ContentPath.ExtensionOf(goal).ToString();
        var path = goal[..^extension.Length];
        // Reason: an article is found by the end of its path, which stays where only folders before it have other names.
        if (path.EndsWith(taken.Written, StringComparison.OrdinalIgnoreCase) && (path.Length == taken.Written.Length || path[^(taken.Written.Length + 1)] == '/'))
            return null;
        return string.Join('/', path.Split('/').TakeLast(taken.Written.Split('/').Length));
    }
}
