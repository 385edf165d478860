using Content.Compiler.Articles;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Inference;

/// <summary>A file of the site with the metadata that its author wrote.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Format">Markdown, HTML or data.</param>
/// <param name="Source">Its text; empty where it could not be read.</param>
/// <param name="Metadata">Its fields; null where it has none, or none that could be read.</param>
/// <param name="BodyStart">The offset at which its text starts.</param>
/// <param name="IsBroken">Whether it could not be read in whole: what it lacks then says nothing.</param>
/// <param name="IsHead">Whether the fields are those of an HTML document's head, where everything is text.</param>
internal sealed record ObservedFile(
    SourceFile File, ArticleFormat Format, SourceText Source, MetadataMapping? Metadata, int BodyStart, bool IsBroken, bool IsHead)
{
    public string Path => File.Path;

    /// <summary>The entries where it holds many.</summary>
    public ObservedEntries Entries { get; init; } = ObservedEntries.Single;

    /// <summary>Whether its text could not be had.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>The metadata of each of its entries.</summary>
    public IEnumerable<(ObservedFile File, MetadataMapping? Metadata)> Mappings =>
        Entries.Layout == EntryLayout.Single ? [(this, Metadata)] : Entries.Items.Select(item => (this, (MetadataMapping?)item));

    /// <summary>Relative to the project folder, as diagnostics name it.</summary>
    public string ProjectPath => File.File;

    public string Extension => Path[Path.LastIndexOf('.')..];

    /// <summary>The folder below the root that holds it or its parents; empty for a file in the root itself.</summary>
    public string TopFolder => Path.IndexOf('/', StringComparison.Ordinal) is var end and >= 0 ? Path[..end] : "";
}
