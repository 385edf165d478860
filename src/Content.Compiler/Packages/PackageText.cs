using Content.Compiler.Articles.Markdown;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Packages;

/// <summary>Reads what a package says of itself. Neither needs a content folder.</summary>
internal static class PackageText
{
    public static PackageTexts Check(PackageTextRequest request)
    {
        var diagnostics = new List<Diagnostic>();
        var readme = Read(request, request.Readme, "PackageReadmeFile", diagnostics) is { } text ? PackageReadme.Check(request, text, diagnostics) : null;
        string? notes = null;
        if (Read(request, request.Changelog, "ContentChangelog", diagnostics) is { } changelog)
            notes = Changelog.SectionOf(changelog, PlainOutline.Of(changelog.Text).Headings, request.Version, diagnostics);
        return new PackageTexts(readme, notes, [.. diagnostics.Distinct().Order()]);
    }

    private static SourceText? Read(PackageTextRequest request, string? full, string property, List<Diagnostic> diagnostics)
    {
        if (full is null)
            return null;
        var file = Path.GetRelativePath(request.ProjectDirectory, full).Replace(Path.DirectorySeparatorChar, '/');
        var info = new FileInfo(full);
        if (!info.Exists)
        {
            diagnostics.Add(PackageErrors.Missing(file, property));
            return null;
        }

        if (full == request.Readme && info.Length > Gallery.MostBytes)
        {
            diagnostics.Add(PackageErrors.TooLarge(file, info.Length, Gallery.MostBytes));
            return null;
        }

        var reading = SourceReader.Read(full, file);
        if (reading.Failure is { } failure)
            diagnostics.Add(failure);
        return reading.Text;
    }
}
