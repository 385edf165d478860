using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Inclusions;

/// <summary>
/// What one article takes in from other files. Whoever looks a file up, looks it up here: that is noted, so that the article is read anew when the file
/// changes, appears or vanishes. For one thread.
/// </summary>
internal sealed class ArticleInputs(IncludedFiles files)
{
    private readonly Dictionary<string, IncludedFile> noted = new(StringComparer.Ordinal);
    private readonly List<TakenIn> taken = [];

    /// <summary>Every file that was asked for, by path.</summary>
    public ImmutableArray<IncludedFile> Noted => noted.Count == 0 ? [] : [.. noted.Values.OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>Every place at which a file is named that was taken in, in the order of asking.</summary>
    public IReadOnlyList<TakenIn> Taken => taken;

    /// <summary>The content root, relative to the project folder.</summary>
    public string Root => files.Root;

    /// <summary>The file at a path relative to the project folder, with <c>/</c>.</summary>
    public IncludedText Read(string path)
    {
        var text = files.Read(path);
        noted.TryAdd(path, new IncludedFile(path, text.State));
        return text;
    }

    /// <summary>
    /// The code file that <paramref name="written"/> names: counted from the folder of the file that names it, else from the project folder, else, where
    /// it does not climb, from one of the folders of <c>snippets</c>.
    /// </summary>
    /// <param name="written">As the author wrote it.</param>
    /// <param name="file">The file that it is written in, relative to the project folder.</param>
    /// <param name="range">Where.</param>
    /// <param name="problem">Why it cannot be had; null where it can.</param>
    public SourceText? FindCode(string written, string file, TextRange range, out Diagnostic? problem) =>
        Find(written, file, range, IncludedReach.Snippets, [InclusionPath.FolderOf(file).ToString(), "", .. written.StartsWith("..", StringComparison.Ordinal) ? [] : files.Folders], out problem);

    /// <summary>The article that <paramref name="written"/> names, counted from the folder of the file that names it.</summary>
    /// <param name="written">As the author wrote it.</param>
    /// <param name="file">The file that it is written in, relative to the project folder.</param>
    /// <param name="range">Where.</param>
    /// <param name="place">Where the path counts from.</param>
    /// <param name="problem">Why it cannot be had; null where it can.</param>
    public SourceText? FindArticle(string written, string file, TextRange range, InclusionPlace place, out Diagnostic? problem)
    {
        var folder = InclusionPath.FolderOf(file).ToString();
        const IncludedReach reach = IncludedReach.Content | IncludedReach.Snippets;
        if (place != InclusionPlace.Anywhere)
            return Find(written, file, range, reach, [place == InclusionPlace.Root ? files.Root : folder], out problem);

        var (found, state) = files.FindByName(written);
        var question = IncludedFiles.ByName + written;
        noted.TryAdd(question, new IncludedFile(question, state));
        if (found is null)
            return Find(written, file, range, reach, [folder], out problem);
        var count = taken.Count;
        var text = Find(InclusionPath.Relative(files.Root, found), file, range, reach, [files.Root], out problem);
        if (taken.Count > count)
            taken[count] = taken[count] with { Written = written, IsName = true };
        return text;
    }

    /// <summary>The first file that <paramref name="written"/> names from one of <paramref name="folders"/> and that may be taken in.</summary>
    /// <param name="written">As the author wrote it.</param>
    /// <param name="file">The file that it is written in, relative to the project folder.</param>
    /// <param name="range">Where.</param>
    /// <param name="reach">Where it may lie.</param>
    /// <param name="folders">What the path may count from, relative to the project folder; the first is what suggestions count from.</param>
    /// <param name="problem">CONTENT5001 where there is none.</param>
    public SourceText? Find(string written, string file, TextRange range, IncludedReach reach, IReadOnlyList<string> folders, out Diagnostic? problem)
    {
        IncludedText? outside = null;
        foreach (var path in folders.Select(folder => InclusionPath.Combine(folder, written)).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            var found = Read(path);
            if ((found.Reach & reach) == 0)
            {
                if (found.Exists)
                    outside ??= found;
                continue;
            }

            problem = found.Text is null ? InclusionErrors.Unreadable(file, range, written, found.Failure!.Message) : null;
            taken.Add(new TakenIn(file, range with { File = null }, written, path, folders, IsName: false));
            return found.Text;
        }

        problem = outside is not null
            ? InclusionErrors.Outside(file, range, written, files.Folders, (reach & IncludedReach.Content) != 0)
            : InclusionErrors.NotFound(file, range, written, Suggest(written, reach, folders));
        return null;
    }

    /// <summary>The path that was probably meant: the same file from another folder, or a name in the same folder that is nearly the same.</summary>
    private string? Suggest(string written, IncludedReach reach, IReadOnlyList<string> folders)
    {
        var respelled = written.Replace('\\', '/');
        var segments = respelled.Split('/').SkipWhile(segment => segment is "" or "." or "..").ToArray();
        if (segments.Length is 0 or > 64)
            return null;
        foreach (var folder in files.Folders.Append(files.Root).Append("").Distinct(StringComparer.Ordinal))
        {
            for (var first = 0; first < segments.Length; first++)
            {
                if (InclusionPath.Combine(folder, string.Join('/', segments[first..])) is { } path && (Read(path).Reach & reach) != 0)
                    return InclusionPath.Relative(folders[0], path);
            }
        }

        foreach (var folder in folders)
        {
            if (InclusionPath.Combine(folder, respelled) is not { } path)
                continue;
            var within = InclusionPath.FolderOf(path).ToString();
            var (names, state) = files.List(within);
            noted.TryAdd(within + "/", new IncludedFile(within + "/", state));
            if (Suggestion.Closest(path[(path.LastIndexOf('/') + 1)..], names) is { } near)
                return respelled[..(respelled.LastIndexOf('/') + 1)] + near;
        }

        return null;
    }
}
