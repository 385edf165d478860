using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>From a file to its facts: front matter, then what it takes in, then text, then typed fields. Made once a configuration; thread-safe.</summary>
/// <param name="configuration">What articles are held against.</param>
/// <param name="files">What they may take in; null for nothing.</param>
internal sealed class ArticleReader(ContentConfiguration configuration, IncludedFiles? files = null)
{
    private readonly MarkdownArticleReader markdown = new(configuration);
    private readonly HtmlArticleReader html = new(configuration);
    private readonly DialectSet dialects = new(configuration);

    /// <summary>The facts of the file at <paramref name="path"/> below the root.</summary>
    public Article Read(SourceFile file, SourceReading source, int collection)
    {
        var definition = configuration.Collections[collection];
        var format = ArticleFormats.Of(file.Path, configuration.ReadsMdx)!.Value;
        if (source.Text is not { } text)
            return Unreadable(file, collection, format, definition, source.Failure!);

        if (configuration.FrontMatterMayFollowSpace && format != ArticleFormat.Data)
            text = DialectSet.WithoutSpaceBefore(text);
        if (format == ArticleFormat.Data && definition.Layout != EntryLayout.Single)
            return ReadMany(file, text, collection, definition);
        var block = format == ArticleFormat.Data
            ? FrontMatterReader.ReadData(text, ArticleFormats.LanguageOf(file.Path))
            : FrontMatterReader.Read(text);
        var inputs = files is null || format != ArticleFormat.Markdown ? null : new ArticleInputs(files);
        IReadOnlyList<Diagnostic> inclusions = [];
        if (inputs is not null)
            text = markdown.TakeIn(text, block.BodyStart, inputs, out inclusions);
        if (configuration.Dialects.Length > 0 && format != ArticleFormat.Data)
            text = dialects.Rewrite(text, block.BodyStart, file.Path);
        var reading = format switch
        {
            ArticleFormat.Markdown => markdown.Read(text, block.BodyStart, definition, inputs),
            ArticleFormat.Html => html.Read(text, block.BodyStart, definition),
            _ => null,
        };
        var metadata = MetadataReader.Read(text, block, reading?.Text ?? TextMetadata.None, definition, configuration, file.Path);
        return new Article
        {
            Path = file.Path,
            File = file.File,
            Collection = collection,
            Format = format,
            Metadata = metadata.Metadata,
            Content = reading?.Content,
            Diagnostics = [.. block.Diagnostics, .. metadata.Diagnostics, .. inclusions],
            Inputs = inputs?.Noted ?? [],
            TakenIn = inputs?.Taken ?? [],
        };
    }

    /// <summary>A data file of many entries. What could not be read of it may hold more of them, so then nothing is said of one that is not there.</summary>
    private Article ReadMany(SourceFile file, SourceText text, int collection, CollectionDefinition definition)
    {
        var block = FrontMatterReader.ReadDataOrList(text, ArticleFormats.LanguageOf(file.Path));
        var read = EntriesOfFile.Read(text, block, definition, configuration, file.Path);
        return new Article
        {
            Path = file.Path,
            File = file.File,
            Collection = collection,
            Format = ArticleFormat.Data,
            Metadata = EntryMetadata.Unknown(definition) with { IsBroken = block.IsBroken || read.Entries.IsEmpty },
            Entries = read.Entries,
            Diagnostics = [.. block.Diagnostics, .. read.Diagnostics],
        };
    }

    /// <summary>A file that is no text keeps its place as a link target; nothing is known of its anchors.</summary>
    private static Article Unreadable(
        SourceFile file, int collection, ArticleFormat format, CollectionDefinition definition, Diagnostic failure) => new()
    {
        Path = file.Path,
        File = file.File,
        Collection = collection,
        Format = format,
        Metadata = EntryMetadata.Unknown(definition),
        Content = null,
        Diagnostics = [failure],
    };
}
