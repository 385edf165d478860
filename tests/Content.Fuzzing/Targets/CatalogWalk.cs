using System.Buffers;
using System.Globalization;
using System.Text;
using Content.Runtime;

namespace Content.Fuzzing.Targets;

/// <summary>Asks a catalog everything that a program can ask, each question by itself: one that the damage spoils does not spare the next.</summary>
internal sealed class CatalogWalk
{
    private const string Configuration = """
        {
          "enums": { "Tag": ["dotnet", "msbuild", "c#"] },
          "collections": {
            "posts": {
              "type": "Post", "files": "posts/*.md", "search": true,
              "fields": {
                "title": "string", "date": "date", "author": "Author", "rating": "int", "weight": "number?", "price": "decimal?", "pinned": "bool?",
                "updated": "datetime?", "source": "uri?", "cover": "image?", "handout": "file?", "level": "Tag?",
                "tags": "Tag[]", "words": "string[]", "editors": "Author[]?", "days": "date[]?",
                "extra": { "type": "object?", "fields": { "pages": "int" } },
                "steps": { "type": "object[]?", "fields": { "what": "string" } }
              }
            },
            "authors": { "type": "Author", "files": "authors/*.yml", "fields": { "name": "string" } }
          }
        }
        """;

    private const string Post = """
        ---
        title: Post {0}
        date: 2026-11-2{0}
        author: jane
        rating: {0}
        weight: 1.5
        price: 12.50
        pinned: true
        updated: 2026-11-24T10:00:00+05:30
        source: https://example.org/a
        cover: ./cover.svg
        handout: ./cover.svg
        level: c#
        tags: [msbuild, c#]
        words: [one, two, three {0}]
        editors: [emil, jane]
        days: [2026-01-02, 2026-01-03]
        extra: { pages: 12 }
        steps: [{ what: read }, { what: write {0} }]
        aliases: [/old/{0}/, /older/{0}/]
        ---

        First *paragraph* of {0}, &amp; more.

        ## A heading

        ### Another

            preformatted
        """;

    /// <summary>Slots of a post's fields, in the order of the configuration.</summary>
    private const int Title = CatalogFormat.Record.Size, Date = Title + 8, Writer = Date + 8, Rating = Writer + 8, Weight = Rating + 8, Price = Weight + 8,
        Pinned = Price + 16, Updated = Pinned + 8, Source = Updated + 16, Cover = Source + 8, Handout = Cover + 32, Level = Handout + 32, Tags = Level + 8,
        Words = Tags + 8, Editors = Words + 8, Days = Editors + 8, Extra = Days + 8, Steps = Extra + 16;

    private static readonly ArrayBufferWriter<byte> sink = new();

    private readonly StringBuilder answers = new();

    /// <summary>What to compile for a blob with every kind of value in it.</summary>
    public static IReadOnlyList<(string Path, string Text)> Site { get; } =
    [
        ("content.json", Configuration),
        ("content/posts/a.md", Post.Replace("{0}", "1", StringComparison.Ordinal)),
        ("content/posts/b.md", Post.Replace("{0}", "2", StringComparison.Ordinal)),
        ("content/posts/c.md", Post.Replace("{0}", "3", StringComparison.Ordinal)),
        ("content/posts/cover.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"640\" height=\"480\"/>"),
        ("content/authors/jane.yml", "name: Jane Doe\n"),
        ("content/authors/emil.yml", "name: Emil\n"),
    ];

    /// <summary>Every answer, a line each; <c>!</c> where the blob could not give one.</summary>
    public string Answers => answers.ToString();

    /// <summary>What the refusals said, each once.</summary>
    public SortedSet<string> Refusals { get; } = new(StringComparer.Ordinal);

    public void Run(MappedBytes blob, CatalogKey code)
    {
        ContentCatalog? catalog = null;
        Ask(() => catalog = new ContentCatalog(
            blob, "The blob", code, static made => [new Collection(made, 0, Steps + 8), new Collection(made, 1, Title + 8)]));
        if (catalog is null)
            return;
        var (posts, authors) = ((Collection)catalog.Collections[0], (Collection)catalog.Collections[1]);
        Ask(() => catalog.Entries.Count());
        foreach (var url in (string[])["/posts/a/", "/posts/b", "/authors/jane/?q", "/old/2/", "/none/", "", "/", "/posts/%61/", "/" + new string('x', 600)])
            Ask(() => catalog.Find(url)?.Slug);
        foreach (var collection in (Collection[])[posts, authors])
        {
            foreach (var slug in (string[])["a", "c", "emil", "jane", "jame", "", "\ud800", new string('y', 300)])
            {
                Ask(() => collection.TryGet(slug, out var entry) ? entry.Slug : null);
                Ask(() => Miss(collection, slug));
            }

            Ask(() => collection.Tree.SelectMany(node => node.Children).Select(node => node.Title + node.Count));
            Ask(() => collection.Page(2, 1).Select(entry => entry.Slug));
            for (var rank = 0; rank < collection.Count; rank++)
                AskEntry(collection, rank);
            Ask(() => collection.Select(entry => entry.Slug));
        }

        foreach (var query in (string[])["a", "third po", "jnae", "one two three", "\ud800 '", "zzzz", ""])
            Ask(() => catalog.Search(query, 5).Select(hit => hit.Url + hit.Snippet + hit.Matches.Count));
        Ask(() => catalog.ExportSearch().Select(file => file.Path + file.Content.Length));
        foreach (var key in (int[])[0, 1, 2, 3, -1, int.MaxValue])
        {
            Ask(() => posts.Lookup(1, key).Select(entry => entry.Slug));
            Ask(() => posts.Lookup(2, key).Count);
        }

        foreach (var key in (string[])["one", "three 2", "none", ""])
            Ask(() => posts.Lookup(2, key).Select(entry => entry.Slug));
    }

    private void AskEntry(Collection collection, int rank)
    {
        Entry? found = null;
        Ask(() => found = collection.At(rank));
        if (found is not { Record: var record } entry)
            return;
        foreach (var member in (Func<object?>[])
        [
            () => entry.Slug, () => entry.Url, () => entry.Excerpt, () => entry.SourceFile, () => entry.WordCount, () => entry.ReadingTime, () => entry.IsPublished,
            () => entry.Body.Html, () => entry.Body.Text, () => entry.Body.Length, () => entry.Body.GetHashCode(), () => Written(entry.Body),
            () => entry.Headings, () => entry.Headings.Count, () => entry.Aliases, () => entry.Next?.Slug, () => entry.Previous?.Slug,
            () => entry.LastModified, () => entry.Breadcrumbs.Select(node => node.Title + node.Url), () => entry.Related.Select(other => other.Slug),
        ])
            Ask(member);
        if (collection.Number == 1)
        {
            Ask(() => record.GetText(Title));
            Ask(() => record.GetReferrers<Entry>(0, 0).Select(post => post.Slug));
            Ask(() => record.GetReferrers<Entry>(0, 3).Select(post => post.Slug));
            return;
        }

        foreach (var field in (Func<object?>[])
        [
            () => record.GetText(Title), () => record.GetDate(Date), () => record.GetEntry<Entry>(Writer, 1).Slug, () => record.GetInt32(Rating),
            () => record.GetDoubleOrNull(Weight), () => record.GetDecimalOrNull(Price), () => record.GetBooleanOrNull(Pinned), () => record.GetDateTimeOrNull(Updated),
            () => record.GetUriOrNull(Source), () => record.GetImageOrNull(Cover), () => record.GetFileOrNull(Handout), () => record.GetEnumOrNull<Tag>(Level, 3),
            () => record.GetList(Tags, 8, static item => item.GetEnum<Tag>(0, 3)), () => record.GetTexts(Words),
            () => record.GetListOrNull(Editors, 8, static item => item.GetEntry<Entry>(0, 1).Slug), () => record.GetListOrNull(Days, 8, static item => item.GetDate(0)),
            () => record.GetObjectOrNull(Extra, static nested => nested.GetInt32(0).ToString(CultureInfo.InvariantCulture)),
            () => record.GetListOrNull(Steps, 16, static item => item.GetObject(0, static nested => nested.GetText(0))),
        ])
            Ask(field);
    }

    private static string Miss(Collection collection, string slug)
    {
        try
        {
            return collection[slug].Slug;
        }
        catch (KeyNotFoundException miss)
        {
            return miss.Message;
        }
    }

    private static int Written(ContentBody body)
    {
        sink.ResetWrittenCount();
        body.WriteTo(sink);
        return sink.WrittenCount;
    }

    private void Ask(Func<object?> question)
    {
        try
        {
            var answer = question();
            if (answer is System.Collections.IEnumerable list and not string)
                answer = string.Join(",", list.Cast<object>());
            answers.Append(CultureInfo.InvariantCulture, $"{answer}\n");
        }
        catch (Exception refusal) when (refusal is InvalidDataException or ContentException)
        {
            Refusals.Add(refusal.Message);
            answers.Append("!\n");
        }
    }

    private enum Tag
    {
        Dotnet,
        Msbuild,
        CSharp,
    }

    /// <summary>An entry as generated code makes it.</summary>
    internal sealed class Entry(ContentRecord record) : IContentEntry
    {
        public ContentRecord Record => record;

        public string Slug => record.Slug;

        public string Url => record.Url;

        public IReadOnlyList<string> Aliases => record.Aliases;

        public string? Title => null;

        public ContentBody Body => record.Body;

        public IReadOnlyList<Heading> Headings => record.Headings;

        public string Excerpt => record.Excerpt;

        public int WordCount => record.WordCount;

        public TimeSpan ReadingTime => record.ReadingTime;

        public string SourceFile => record.SourceFile;

        public bool IsPublished => record.IsPublished;

        public IContentEntry? Next => record.GetNext<Entry>();

        public IContentEntry? Previous => record.GetPrevious<Entry>();

        public DateTimeOffset? LastModified => record.LastModified;

        public IReadOnlyList<IContentNode<IContentEntry>> Breadcrumbs => record.GetBreadcrumbs<Entry>();

        public IReadOnlyList<IContentEntry> Related => record.GetRelated<Entry>();

        public override string ToString() => Slug;
    }

    private sealed class Collection : ContentCollection<Entry>
    {
        public Collection(ContentCatalog catalog, int number, int recordSize)
            : base(catalog, number, recordSize, static record => new Entry(record)) => Number = number;

        public int Number { get; }

        public Entry At(int rank) => GetById(rank);

        public IReadOnlyList<Entry> Lookup(int lookup, int key) => GetByKey(lookup, key);

        public IReadOnlyList<Entry> Lookup(int lookup, string key) => GetByKey(lookup, key);
    }
}
