using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Dialects;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Inference;

/// <summary>Reads the metadata of every file that could be an entry.</summary>
internal static class ObservedFiles
{
    /// <summary>What the heads of HTML documents say to browsers and crawlers: no field of an article.</summary>
    private static readonly string[] technical = ["viewport", "generator", "robots", "theme-color", "charset", "referrer", "color-scheme"];

    /// <summary>By path.</summary>
    public static ImmutableArray<ObservedFile> Read(FileMap files, bool readsMdx, bool mayFollowSpace, CancellationToken cancellation)
    {
        var html = new HtmlArticleReader(DefaultConfiguration.Instance);
        var observed = ImmutableArray.CreateBuilder<ObservedFile>();
        foreach (var file in files.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            if (file.Reach == FileReach.Inside && !GlobSet.IsHidden(file.Path) && ArticleFormats.Of(file.Path, readsMdx) is { } format)
                observed.Add(Read(files, file, format, html, mayFollowSpace));
        }

        return observed.ToImmutable();
    }

    private static ObservedFile Read(FileMap files, SourceFile file, ArticleFormat format, HtmlArticleReader html, bool mayFollowSpace)
    {
        if (SourceReader.Read(files.GetFullPath(file), file.File).Text is not { } source)
            return new ObservedFile(file, format, new SourceText(file.File, ""), null, 0, IsBroken: true, IsHead: false) { IsUnreadable = true };
        if (mayFollowSpace && format != ArticleFormat.Data)
            source = DialectSet.WithoutSpaceBefore(source);
        var block = format == ArticleFormat.Data
            ? FrontMatterReader.ReadDataOrList(source, ArticleFormats.LanguageOf(file.Path))
            : FrontMatterReader.Read(source);
        var isHead = format == ArticleFormat.Html && block.Language == MetadataLanguage.None;
        var metadata = isHead ? Head(html.Read(source, 0, DefaultConfiguration.Instance.Collections[0]).Text.Head) : block.Root;
        return new ObservedFile(file, format, source, metadata, block.BodyStart, block.IsBroken, isHead)
        {
            Entries = format == ArticleFormat.Data ? EntryLayouts.Of(block) : ObservedEntries.Single,
        };
    }

    private static MetadataMapping? Head(MetadataMapping? head) => head is null
        ? null
        : head with { Properties = [.. head.Properties.Where(property => !property.Key.Contains(':', StringComparison.Ordinal) && !technical.Contains(property.Key))] };
}
