using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Navigation;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>What can be done about the diagnostics of a file.</summary>
internal static class Fixes
{
    /// <summary>The offers for some diagnostics of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="diagnostics">Those that are asked about.</param>
    /// <param name="today">The date that is written where one is missing.</param>
    public static IEnumerable<Fix> For(ContentDocument document, IReadOnlyList<Diagnostic> diagnostics, DateOnly today)
    {
        foreach (var diagnostic in diagnostics)
        {
            foreach (var correction in diagnostic.Corrections)
            {
                yield return new Fix(correction.Title, [Write(diagnostic, correction)], [diagnostic])
                {
                    IsPreferred = correction.IsCertain || diagnostic.Corrections.Length == 1,
                };
            }
        }

        foreach (var fix in MissingFields.For(document, diagnostics, today).Concat(Declarations.For(document, diagnostics)))
            yield return fix;
        foreach (var group in diagnostics.Where(diagnostic => !diagnostic.Corrections.IsEmpty).GroupBy(diagnostic => diagnostic.Code))
        {
            if (All(document.Site.Snapshot.Diagnostics.Where(other => other.File == document.File && other.Code == group.Key), "in this file") is { } inFile)
                yield return inFile;
            if (All(document.Site.Snapshot.Diagnostics.Where(other => other.Code == group.Key), "in all files") is { } everywhere && everywhere.Changes.Any(change => change.File != document.File))
                yield return everywhere;
        }

        foreach (var diagnostic in diagnostics.DistinctBy(diagnostic => (diagnostic.Code, diagnostic.Range.StartLine)))
        {
            foreach (var fix in Suppress(document, diagnostic))
                yield return fix;
        }
    }

    /// <summary>Every correction that a tool may make without asking, of one file.</summary>
    public static Fix? Certain(ContentDocument document) =>
        Combine([.. document.Site.Snapshot.Diagnostics.Where(diagnostic => diagnostic.File == document.File && diagnostic.CertainCorrection is not null)], "Fix everything that has one certain fix", diagnostic => diagnostic.CertainCorrection!);

    private static Fix? All(IEnumerable<Diagnostic> diagnostics, string where)
    {
        ImmutableArray<Diagnostic> correctable = [.. diagnostics.Where(diagnostic => !diagnostic.Corrections.IsEmpty)];
        return correctable.Length < 2 ? null : Combine(correctable, $"Fix all {correctable.Length} of {correctable[0].Code} {where}", diagnostic => diagnostic.CertainCorrection ?? diagnostic.Corrections[0]);
    }

    private static Fix? Combine(ImmutableArray<Diagnostic> diagnostics, string title, Func<Diagnostic, Correction> choose)
    {
        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics)
        {
            var change = Write(diagnostic, choose(diagnostic));
            // Reason: two edits of one place cannot both be made; the second is there again afterwards.
            if (changes.Count == 0 || changes[^1].File != change.File || changes[^1].Range.EndLine < change.Range.StartLine
                || (changes[^1].Range.EndLine == change.Range.StartLine && changes[^1].Range.EndColumn <= change.Range.StartColumn))
            {
                changes.Add(change);
            }
        }

        return changes.Count == 0 ? null : new Fix(title, [.. changes], diagnostics) { IsOfAll = true };
    }

    private static TextChange Write(Diagnostic diagnostic, Correction correction) => new(diagnostic.File, correction.Range, correction.Text, ChangeReason.Asked);

    private static IEnumerable<Fix> Suppress(ContentDocument document, Diagnostic diagnostic)
    {
        if (document.Format is not (ArticleFormat.Markdown or ArticleFormat.Html) || document.Entry < 0 || diagnostic.Code.StartsWith("CONTENT0", StringComparison.Ordinal)
            || diagnostic.Code.StartsWith("CONTENT9", StringComparison.Ordinal) || diagnostic.Code is "CONTENT1011" or "CONTENT2019" or "CONTENT2020")
        {
            yield break;
        }

        var source = document.Source;
        var newLine = FrontMatterEdit.NewLine(source);
        var (line, _) = source.Lines.GetLine(diagnostic.Range.StartLine);
        var body = document.Block.BodyStart;
        // Reason: what is said of an article as a whole stands at its first character, before which there is no line.
        var isInText = diagnostic.Code[..^3] is "CONTENT2" or "CONTENT3" or "CONTENT5";
        if (line >= body && isInText)
        {
            var indent = source.Text.AsSpan(line);
            indent = indent[..^indent.TrimStart(" \t>").Length];
            var change = new TextChange(
                document.File, source.GetRange(new TextSpan(line, 0)), $"{indent}<!-- content-ignore {diagnostic.Code} -->{newLine}", ChangeReason.Asked);
            if (Suppresses(document, change, line, diagnostic.Range.StartLine + 1, diagnostic.Code))
                yield return new Fix($"Suppress {diagnostic.Code} here", [change], [diagnostic]);
        }

        var forFile = new TextChange(document.File, source.GetRange(new TextSpan(body, 0)), $"<!-- content-ignore-file {diagnostic.Code} -->{newLine}{newLine}", ChangeReason.Asked);
        if (Suppresses(document, forFile, body, 0, diagnostic.Code))
        {
            yield return new Fix($"Suppress {diagnostic.Code} in this file", [forFile],
                [.. document.Site.Snapshot.Diagnostics.Where(other => other.File == document.File && other.Code == diagnostic.Code)]);
        }
    }

    /// <summary>Whether the comment is one where it would stand - it is not in code, a table, a tag - and moves nothing but lines.</summary>
    private static bool Suppresses(ContentDocument document, TextChange change, int offset, int line, string code)
    {
        var text = document.Text.Insert(offset, change.Text);
        var article = document.Article!;
        var read = new ArticleReader(document.Site.Configuration).Read(
            new SourceFile(article.Path, article.File, 0, 0), new SourceReading(new SourceText(article.File, text), default, null), article.Collection);
        return read.Content is { } after && article.Content is { } before
            && after.Suppressions.Any(suppression => suppression.Code == code && suppression.Line == line)
            && after.Links.Select(link => link.Destination).SequenceEqual(before.Links.Select(link => link.Destination))
            && after.Headings.SequenceEqual(before.Headings)
            && after.Diagnostics.Select(one => one.Code).SequenceEqual(before.Diagnostics.Select(one => one.Code));
    }
}
