using System.Collections.Frozen;
using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Sources;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Corrections;

/// <summary>
/// Corrects what has one certain form. The texts are corrected in a workspace first, and judged anew until nothing certain is left: one correction can bring
/// another to light, as the right path of a page brings the wrong anchor. Files are written when that is done.
/// </summary>
internal sealed class ContentFix
{
    /// <summary>More rounds than corrections can have reasons: a path, then its anchor, then how it is written.</summary>
    private const int MostRounds = 6;

    private readonly FixRequest request;
    private readonly Workspace workspace;
    private readonly SortedDictionary<string, CorrectedFile> corrected = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> leftAlone = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> problems = [];

    private ContentFix(FixRequest request)
    {
        this.request = request;
        workspace = new Workspace(request.Compilation);
    }

    public static FixResult Run(FixRequest request, CancellationToken cancellation)
    {
        var fix = new ContentFix(request);
        fix.Correct(cancellation);
        if (request.Writes)
            fix.Write(cancellation);
        return new FixResult(
            [.. fix.corrected.Values.Select(file => new FixedFile(file.File, [.. file.Applied.OrderBy(applied => applied.Correction.Range)]))],
            [.. fix.leftAlone.Select(pair => (pair.Key, pair.Value))],
            [.. fix.problems]);
    }

    private void Correct(CancellationToken cancellation)
    {
        var snapshot = workspace.Update(cancellation);
        if (snapshot.Site is null)
        {
            problems.AddRange(snapshot.Diagnostics);
            return;
        }

        var articles = snapshot.Articles!.Articles.ToFrozenDictionary(stored => stored.Article.File, StringComparer.Ordinal);
        for (var round = 0; round < MostRounds; round++)
        {
            var changed = new List<string>();
            foreach (var diagnostics in snapshot.Diagnostics.Where(IsWanted).GroupBy(diagnostic => diagnostic.File, StringComparer.Ordinal))
            {
                if (articles.TryGetValue(diagnostics.Key, out var article) && FileOf(snapshot.Files!, article) is { } file && CorrectOne(file, diagnostics))
                    changed.Add(Path.Combine(request.Compilation.ProjectDirectory, file.File));
            }

            if (changed.Count == 0)
                break;
            snapshot = workspace.Update(changed, cancellation);
        }

        foreach (var diagnostics in snapshot.Diagnostics.Where(IsWanted).GroupBy(diagnostic => diagnostic.File, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!articles.ContainsKey(diagnostics.Key) && snapshot.Files!.Files.FirstOrDefault(file => file.File == diagnostics.Key && file.Reach == FileReach.Inside) is { } listed)
                CorrectOther(snapshot.Files, listed, diagnostics);
        }
    }

    /// <summary>A file that articles take in, or one of navigation: what is wrong in it depends on no other correction in it.</summary>
    private void CorrectOther(FileMap files, SourceFile listed, IEnumerable<Diagnostic> diagnostics)
    {
        try
        {
            if (CorrectedFile.ReadOther(files, listed, out var reason) is not { } file)
            {
                leftAlone.Add(listed.File, reason);
                return;
            }

            var text = CorrectedText.Apply(file.Source, diagnostics);
            if (text.Applied.IsEmpty)
                return;
            corrected.Add(file.File, file);
            file.Take(text);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            leftAlone.Add(listed.File, "it cannot be read");
            problems.Add(SourceErrors.Unreadable(listed.File, failure.Message));
        }
    }

    private bool CorrectOne(CorrectedFile file, IEnumerable<Diagnostic> diagnostics)
    {
        var text = CorrectedText.Apply(file.Source, diagnostics);
        if (text.Applied.IsEmpty)
            return false;
        corrected.TryAdd(file.File, file);
        file.Take(text);
        workspace.Open(file.File, text.Text);
        return true;
    }

    private bool IsWanted(Diagnostic diagnostic) => diagnostic.CertainCorrection is not null && request.IsWanted(diagnostic);

    /// <summary>The file of an article, read once; null where it is to be left alone.</summary>
    private CorrectedFile? FileOf(FileMap files, StoredArticle article)
    {
        var name = article.Article.File;
        if (corrected.TryGetValue(name, out var known))
            return known;
        if (leftAlone.ContainsKey(name) || files.Find(article.Article.Path) is not { } listed)
            return null;
        try
        {
            if (CorrectedFile.Read(files, listed, article.Hash, out var reason) is { } file)
                return file;
            leftAlone.Add(name, reason);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            leftAlone.Add(name, "it cannot be read");
            problems.Add(SourceErrors.Unreadable(name, failure.Message));
        }

        return null;
    }

    private void Write(CancellationToken cancellation)
    {
        foreach (var file in corrected.Values.ToImmutableArray())
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (file.Write())
                    continue;
                leftAlone.Add(file.File, "it changed in the meantime");
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                leftAlone.Add(file.File, "it cannot be written");
                problems.Add(InternalErrors.UnwritableArticle(file.File, failure.Message));
            }

            corrected.Remove(file.File);
        }
    }
}
