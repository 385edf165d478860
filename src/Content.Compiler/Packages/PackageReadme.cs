using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Packages;

/// <summary>
/// A package's README, looked at as the gallery will show it. Relative links and images, which lead nowhere there, are written out as addresses of the repository
/// at the commit that is packed: in the copy that is packed, and nowhere else.
/// </summary>
internal sealed class PackageReadme
{
    // What is wrong with the text itself; what is about the pages of a site is not a README's.
    private static readonly string[] ofText = ["CONTENT1011", "CONTENT2009", "CONTENT2011", "CONTENT2012"];

    private readonly PackageTextRequest request;
    private readonly SourceText source;
    private readonly RepositoryAddress? repository;
    private readonly List<Diagnostic> diagnostics;
    private readonly Dictionary<TextRange, string> rewritten = [];
    private readonly Dictionary<string, ArticleContent?> others = new(StringComparer.Ordinal);

    private PackageReadme(PackageTextRequest request, SourceText source, List<Diagnostic> diagnostics)
    {
        this.request = request;
        this.source = source;
        this.diagnostics = diagnostics;
        repository = RepositoryAddress.Of(request.RepositoryUrl, request.RepositoryCommit);
    }

    /// <summary>The README as it is to be packed.</summary>
    public static string Check(PackageTextRequest request, SourceText source, List<Diagnostic> diagnostics) => new PackageReadme(request, source, diagnostics).Check();

    private string Check()
    {
        if (string.IsNullOrWhiteSpace(source.Text))
        {
            diagnostics.Add(PackageErrors.Empty(source.File));
            return source.Text;
        }

        var content = ReadText(source);
        diagnostics.AddRange(content.Diagnostics.Where(diagnostic => ofText.Contains(diagnostic.Code) && diagnostic.Severity != DiagnosticSeverity.None));
        if (content.Diagnostics.Any(diagnostic => diagnostic.Code == DiagnosticCatalog.FileUnreadable.Code))
            return source.Text;
        foreach (var link in content.Links)
        {
            // HTML is not rendered, so that its links are text as well; that is said of the tag.
            if (!link.IsHtml)
                Check(link, content);
        }

        var (headings, tags) = PlainOutline.Of(source.Text);
        foreach (var tag in tags)
            diagnostics.Add(PackageErrors.RawHtml(source.File, source.GetRange(tag), source.Text.Substring(tag.Start, tag.Length)));
        CheckHeadings(headings);
        // A comment, which the gallery takes out, silences here as in an article.
        var suppressions = new ArticleSuppressions(source.File, content.Suppressions);
        diagnostics.RemoveAll(diagnostic => diagnostic.File == source.File && suppressions.Find(diagnostic) is not null);
        return Rewrite();
    }

    private void CheckHeadings(List<FoundHeading> headings)
    {
        var (level, title) = (0, 0);
        foreach (var heading in headings)
        {
            var place = source.GetRange(heading.Span);
            if (heading.Level == 1 && title > 0)
                diagnostics.Add(PackageErrors.SecondTitle(source.File, place, title));
            else if (level > 0 && heading.Level > level + 1)
                diagnostics.Add(PackageErrors.HeadingJumps(source.File, place, level, heading.Level));
            title = heading.Level == 1 && title == 0 ? place.StartLine : title;
            level = heading.Level;
        }
    }

    private void Check(Link link, ArticleContent own)
    {
        var written = link.Destination;
        var isImage = link.Role == LinkRole.Image;
        if (written.Length == 0)
            return;
        if (written.StartsWith('#'))
        {
            CheckAnchor(link, own, written[1..]);
            if (repository is null)
                diagnostics.Add(PackageErrors.NoIds(source.File, link.Range, written));
            else if (PathInRepository(request.Readme!) is { } self)
                rewritten[link.Range] = repository.PageOf(self, isFolder: false) + written;
            return;
        }

        if (written.StartsWith("//", StringComparison.Ordinal) || UriText.LengthOfScheme(written) > 1)
        {
            CheckAbsolute(link, written, isImage);
            return;
        }

        var end = written.AsSpan().IndexOfAny('?', '#');
        var path = Uri.UnescapeDataString(end < 0 ? written : written[..end]).Replace('\\', '/');
        var suffix = end < 0 ? "" : written[end..];
        // As code hosts read it: a slash in front is the repository.
        var full = path.StartsWith('/')
            ? Path.GetFullPath(path.TrimStart('/'), request.SourceRoot)
            : Path.GetFullPath(path, Path.GetDirectoryName(request.Readme!)!);
        if (PathInRepository(full) is not { } inRepository)
        {
            diagnostics.Add(PackageErrors.OutsideRepository(source.File, link.Range, written));
            return;
        }

        if (!Exists(inRepository, out var near))
        {
            diagnostics.Add(PackageErrors.NotInRepository(source.File, link.Range, written, near));
            return;
        }

        var isFolder = Directory.Exists(full);
        if (!isFolder && suffix.Contains('#', StringComparison.Ordinal) && ArticleFormats.Of(inRepository, readsMdx: false) == ArticleFormat.Markdown && TextOf(full) is { } other)
            CheckAnchor(link, other, suffix[(suffix.IndexOf('#', StringComparison.Ordinal) + 1)..]);
        if (repository is null)
        {
            diagnostics.Add(PackageErrors.NoRepository(source.File, link.Range, written));
            return;
        }

        // What code hosts are asked with for the bytes, the address of the bytes says by itself.
        if (isImage && suffix is "?raw=true" or "?raw=1")
            suffix = "";
        var address = isImage ? repository.BytesOf(inRepository) : repository.PageOf(inRepository, isFolder);
        rewritten[link.Range] = address + (address.Contains('?', StringComparison.Ordinal) && suffix.StartsWith('?') ? "&" + suffix[1..] : suffix);
        if (isImage && Uri.TryCreate(address, UriKind.Absolute, out var shown) && !Gallery.ShowsImage(shown))
            diagnostics.Add(PackageErrors.HiddenImage(source.File, link.Range, shown.Host));
    }

    private void CheckAbsolute(Link link, string written, bool isImage)
    {
        var isWeb = Uri.TryCreate(written, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && !written.StartsWith('/');
        if (isImage && !isWeb)
            diagnostics.Add(PackageErrors.HiddenScheme(source.File, link.Range, written));
        else if (isImage && !Gallery.ShowsImage(address!))
            diagnostics.Add(PackageErrors.HiddenImage(source.File, link.Range, address!.Host));
        else if (!isImage && !isWeb)
            diagnostics.Add(PackageErrors.DroppedScheme(source.File, link.Range, written));
    }

    private void CheckAnchor(Link link, ArticleContent content, string fragment)
    {
        var wanted = Uri.UnescapeDataString(fragment);
        // Of the page itself, and lines of code that a host marks.
        if (wanted.Length == 0 || wanted.Equals("top", StringComparison.OrdinalIgnoreCase) || content.Anchors.Contains(wanted, StringComparer.Ordinal))
            return;
        // Hosts put their own prefix before ids and look for fragments without regard to case.
        if (content.Anchors.Contains(wanted, StringComparer.OrdinalIgnoreCase))
            return;
        diagnostics.Add(PackageErrors.NoAnchor(source.File, link.Range, link.Destination, Suggestion.Closest(wanted, content.Anchors) is { } near ? "#" + near : null));
    }

    private string Rewrite()
    {
        var text = new StringBuilder(source.Text);
        foreach (var (range, address) in rewritten.OrderByDescending(edit => edit.Key))
        {
            var (start, end) = (source.Lines.GetOffset(range.StartLine, range.StartColumn), source.Lines.GetOffset(range.EndLine, range.EndColumn));
            text.Remove(start, end - start).Insert(start, address);
        }

        return text.ToString();
    }

    private ArticleContent? TextOf(string full)
    {
        if (!others.TryGetValue(full, out var content))
            others.Add(full, content = SourceReader.Read(full, full).Text is { } text ? ReadText(text) : null);
        return content;
    }

    private static ArticleContent ReadText(SourceText text)
    {
        var configuration = DefaultConfiguration.Instance;
        return new MarkdownArticleReader(configuration).Read(text, 0, configuration.Collections[0]).Content;
    }

    /// <summary>With <c>/</c>; null where it lies elsewhere.</summary>
    private string? PathInRepository(string full)
    {
        var path = Path.GetRelativePath(request.SourceRoot, full).Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/');
        return path == ".." || path.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(path) ? null : path;
    }

    /// <summary>Whether there is such a file or folder, spelled to the letter: code hosts tell case apart on every system.</summary>
    private bool Exists(string path, out string? near)
    {
        near = null;
        var folder = request.SourceRoot;
        var right = new List<string>();
        foreach (var name in path == "." ? [] : path.Split('/'))
        {
            string[] names;
            try
            {
                names = [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)!)];
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return false;
            }

            if (!names.Contains(name, StringComparer.Ordinal))
            {
                near = Suggestion.Closest(name, names) is { } other ? string.Join('/', right.Append(other)) : null;
                return false;
            }

            right.Add(name);
            folder = Path.Combine(folder, name);
        }

        return true;
    }
}
