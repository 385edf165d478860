using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Code;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Inclusions;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>
/// The facts of one file: what it says on its own, given the configuration and the files that it takes in, which are recorded here.
/// Nothing depends on any other file, so it is cached by the content hashes of these and the configuration.
/// </summary>
public sealed record Article
{
    /// <summary>Relative to the content root, with <c>/</c>, as the file system spells it.</summary>
    public required string Path { get; init; }

    /// <summary>Relative to the project folder, with <c>/</c>: as diagnostics name it.</summary>
    public required string File { get; init; }

    /// <summary>Its collection, an index into the configuration's.</summary>
    public required int Collection { get; init; }

    /// <summary>Markdown, HTML or data.</summary>
    public required ArticleFormat Format { get; init; }

    /// <summary>The typed fields.</summary>
    public required EntryMetadata Metadata { get; init; }

    /// <summary>Of a data file that holds many entries, all of them: each becomes an article of its own when the site is put together.</summary>
    public ImmutableArray<EntryMetadata> Entries { get; init; } = [];

    /// <summary>The file, and of an entry among many the line where it stands: <c>content/authors.yml(12)</c>.</summary>
    public string Place => Metadata.Key is null ? File : string.Create(CultureInfo.InvariantCulture, $"{File}({Metadata.Anchor.StartLine})");

    /// <summary>The places at which files are named that it takes in, as they were when it was read: no state keeps them.</summary>
    internal IReadOnlyList<TakenIn> TakenIn { get; init; } = [];

    /// <summary>The text; null for a data entry.</summary>
    public ArticleContent? Content { get; init; }

    /// <summary>The files that it takes in, or would if they existed, as they were.</summary>
    internal ImmutableArray<IncludedFile> Inputs { get; init; } = [];

    /// <summary>Everything wrong with the file on its own, suppressions and severities not yet applied.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>What kind of file an entry is.</summary>
public enum ArticleFormat
{
    /// <summary>.md, .markdown</summary>
    Markdown,

    /// <summary>.html, .htm</summary>
    Html,

    /// <summary>.yml, .yaml, .json, .toml: fields and no body.</summary>
    Data,
}

/// <summary>The text of an article.</summary>
public sealed record ArticleContent
{
    /// <summary>The rendered HTML with its open link slots.</summary>
    public required ArticleBody Body { get; init; }

    /// <summary>Every link that is to be checked, in the order of the file.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>Every id that a fragment can name: heading ids, id attributes, a[name], footnote ids. In order, without repeats.</summary>
    public ImmutableArray<string> Anchors
    {
        get => Outline is null ? field : Outline.Anchors;
        init;
    } = [];

    /// <summary>The headings in order.</summary>
    public ImmutableArray<ArticleHeading> Headings
    {
        get => Outline is null ? field : Outline.Headings;
        init;
    } = [];

    /// <summary>The text of the first paragraph, white space collapsed; empty where there is none.</summary>
    public string Excerpt
    {
        get => Outline is null ? field : Outline.Excerpt;
        init;
    } = "";

    /// <summary>Where anchors, headings and excerpt are packed; asking unpacks them, so ask once. Null where they are as they were set.</summary>
    internal IArticleOutline? Outline { get; init; }

    /// <summary>Words of the text; each Han, Hiragana, Katakana and Hangul-free ideographic letter counts as one.</summary>
    public int WordCount { get; init; }

    /// <summary>Whether it holds expressions of a site generator that nothing fills in: what stands there on the tool's own site may have ids that are not among the anchors.</summary>
    public bool HoldsUnfilled { get; init; }

    /// <summary>Suppression comments.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>Code that may name an API, where the configuration wants it checked.</summary>
    internal ImmutableArray<ApiMention> ApiMentions { get; init; } = [];

    /// <summary>Blocks of C# that the build compiles, in the order of the text.</summary>
    internal ImmutableArray<CodeSample> Samples { get; init; } = [];

    /// <summary>The patterns of <c>links.ignore</c>, by index, without which the text alone would have more wrong with it.</summary>
    public ImmutableArray<int> NeededExclusions { get; init; } = [];

    /// <summary>Diagnostics of the text alone: markup, malformed destinations, undefined references.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}

/// <summary>A heading of the body.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Id">The id in the rendered HTML; empty where it has none.</param>
public sealed record ArticleHeading(int Level, string Text, string Id);

/// <summary>A code span that looks like the name of an API.</summary>
/// <param name="Name">Its text.</param>
/// <param name="Range">Where it stands, without the backticks.</param>
internal readonly record struct ApiMention(string Name, TextRange Range);
