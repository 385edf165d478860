using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Sources.Images;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>
/// Finds the file that an image or file field names among the files that exist, as a link in the article would: CONTENT1012 where it is missing or no image.
/// The verdict does not depend on how the file system compares names.
/// </summary>
internal sealed class FileFieldResolver(FileMap files, string basePath, string assetBase, ICollection<Diagnostic> diagnostics)
{
    /// <summary>Looking for a name that is near takes time with the number of files, so a site full of missing files gets some hints, not all.</summary>
    private const int MostHints = 200;

    private readonly Dictionary<string, ImageReading> images = new(StringComparer.Ordinal);
    private int hints;

    /// <summary>The file with its URL; null where it is none, which is then reported.</summary>
    public ResolvedFileValue? Resolve(FieldPlace place, ScalarKind kind, FileValue value)
    {
        var article = place.Article;
        var written = value.Written;
        if (UriText.IsOnWeb(written))
            return new ResolvedFileValue(value.Range, written, null, 0, 0, 0);
        if (RelativePath.Resolve(article.Path, written) is null)
            return Report(place, kind, value, "lies outside of the content folder. Move the file into it, or into a folder of 'static'.");
        if (Find(article, written, out var suffix) is not { } file)
            return Report(place, kind, value, "does not exist." + Suggestion.Hint(FindMeant(article, written)));
        if (file.Reach != FileReach.Inside)
            return Report(place, kind, value, FaultOf(file.Reach));

        var size = default(ImageSize);
        if (kind == ScalarKind.Image)
        {
            var reading = ReadImage(file);
            if (reading.Fault is { } fault)
                return Report(place, kind, value, fault);
            size = reading.Size;
        }

        var url = basePath + assetBase + "/" + UrlText.EncodeName(file.Path) + suffix;
        return new ResolvedFileValue(value.Range, url, file.File, size.Width, size.Height, file.Length);
    }

    private static string FaultOf(FileReach reach) => reach switch
    {
        FileReach.LeadsOut => "is a symbolic link that leads out of the content folder.",
        FileReach.Nowhere => "is a symbolic link that leads nowhere.",
        _ => "is not a regular file, but a pipe, a socket or a device.",
    };

    private SourceFile? Find(Article article, string written, out string suffix)
    {
        suffix = "";
        if (Find(article, written) is { } exact)
            return exact;
        // Reason: a name may hold any of these characters, so it is taken for a URL only where there is no such file.
        var end = written.AsSpan().IndexOfAny('?', '#');
        suffix = end < 0 ? "" : written[end..];
        return Find(article, Uri.UnescapeDataString(end < 0 ? written : written[..end]));
    }

    private SourceFile? Find(Article article, string written)
    {
        if (RelativePath.Resolve(article.Path, WithoutBase(written)) is not { Length: > 0 } path)
            return null;
        return files.Find(path) ?? (written.StartsWith('/') ? files.FindStatic(path) : null);
    }

    /// <summary>Another case or Unicode form, another slash, the same path from the root.</summary>
    private string? FindMeant(Article article, string written)
    {
        var forward = written.Replace('\\', '/');
        if (RelativePath.Resolve(article.Path, WithoutBase(forward)) is not { Length: > 0 } path)
            return null;
        var isRooted = forward.StartsWith('/');
        var meant = forward != written && files.Find(path) is not null ? path : files.FindOtherSpelling(path);
        if (meant is not null)
            return isRooted ? basePath + "/" + meant : RelativePath.From(article.Path, meant);
        var fromRoot = forward.TrimStart('.', '/');
        if (files.FindStatic(fromRoot) is not null || (files.Find(fromRoot) is not null && !isRooted))
            return basePath + "/" + fromRoot;
        return files.FindOtherStaticSpelling(fromRoot) is { } other ? basePath + "/" + other : NearName(article, path, isRooted);
    }

    private string? NearName(Article article, string path, bool isRooted)
    {
        if (++hints > MostHints)
            return null;
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var siblings = files.Files
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.IndexOf('/', folder.Length) < 0)
            .Select(file => file.Path[folder.Length..]);
        if (Suggestion.Closest(path[folder.Length..], siblings) is not { } name)
            return null;
        return isRooted ? basePath + "/" + folder + name : RelativePath.From(article.Path, folder + name);
    }

    private string WithoutBase(string written) =>
        basePath.Length > 0 && written.StartsWith(basePath, StringComparison.Ordinal) && written.Length > basePath.Length && written[basePath.Length] == '/'
            ? written[basePath.Length..]
            : written;

    private ImageReading ReadImage(SourceFile file)
    {
        if (!images.TryGetValue(file.File, out var reading))
            images.Add(file.File, reading = ImageReader.Read(files.GetFullPath(file)));
        return reading;
    }

    private ResolvedFileValue? Report(FieldPlace place, ScalarKind kind, FileValue value, string fault)
    {
        diagnostics.Add(FieldErrors.BadFile(place.File, place.Range, kind == ScalarKind.Image ? "Image" : "File", value.Written, fault));
        return null;
    }
}
