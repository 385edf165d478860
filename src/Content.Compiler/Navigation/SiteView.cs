using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Navigation;

/// <summary>
/// A snapshot as one looks around in it: which entry a file is, what a link leads to, and who links to whom. Safe to use from several threads at once.
/// </summary>
/// <param name="snapshot">The snapshot.</param>
/// <param name="configurationFile">The configuration, relative to the project folder.</param>
/// <param name="open">The text of a file that is open, by its path from the project folder; null where it is not.</param>
internal sealed class SiteView(WorkspaceSnapshot snapshot, string configurationFile, Func<string, string?> open)
{
    private readonly Lazy<Dictionary<(int Collection, string Slug), int>> bySlug = new(() =>
    {
        var entries = new Dictionary<(int, string), int>(snapshot.Entries.Length);
        for (var index = 0; index < snapshot.Entries.Length; index++)
            entries.TryAdd((snapshot.Entries[index].Article.Collection, snapshot.Entries[index].Slug), index);
        return entries;
    });

    public WorkspaceSnapshot Snapshot { get; } = snapshot;

    public ContentConfiguration Configuration => Snapshot.Configuration;

    public FileMap? Files => Snapshot.Files;

    /// <summary>Every entry, by path.</summary>
    public ImmutableArray<Entry> Entries => Snapshot.Entries;

    public string ConfigurationFile { get; } = configurationFile;

    /// <summary>What links are resolved with; null where content.json has errors.</summary>
    public LinkingSite? Linking => Snapshot.Linked?.Linking;

    /// <summary>The path below the content root of a file that is named from the project folder; null where it lies elsewhere.</summary>
    public string? PathOf(string file)
    {
        var root = Files?.Root ?? Configuration.Root;
        if (root.Length == 0)
            return file;
        return file.Length > root.Length && file.StartsWith(root, StringComparison.Ordinal) && file[root.Length] == '/' ? file[(root.Length + 1)..] : null;
    }

    /// <summary>The path from the project folder of a path below the content root.</summary>
    public string FileOf(string path) => Files is { Root.Length: > 0 } files ? $"{files.Root}/{path}" : path;

    /// <summary>The entry whose file this is, or -1.</summary>
    public int FindEntry(string file) => PathOf(file) is { } path && Snapshot.Linked is { } linked ? linked.Routed.FindByPath(path) : -1;

    /// <summary>The text of a file as it counts now: an article's, a data file's, or that of content.json. Null where there is none to be had.</summary>
    public SourceText? Read(string file)
    {
        if (open(file) is { } text)
            return new SourceText(file, text);
        if (file == ConfigurationFile)
            return Files is null ? null : SourceReader.Read(Path.Combine(Files.ProjectDirectory, file), file).Text;
        // Reason: only what is listed lies in the project, and is a file.
        return PathOf(file) is { } path && Files?.Find(path) is { Reach: FileReach.Inside } listed ? SourceReader.Read(Files.GetFullPath(listed), file).Text : null;
    }

    /// <summary>What files say now, those that articles take in too.</summary>
    public ISourceTexts Texts => new CurrentTexts(open);

    /// <summary>What a destination that is being written in an entry's file leads to.</summary>
    public LinkEnd Follow(int entry, string destination) => Follow(entry, new Link(destination, TextRange.FileStart, LinkRole.Hyperlink));

    /// <summary>What a link of an entry leads to.</summary>
    public LinkEnd Follow(int entry, Link link)
    {
        if (Linking is not { } site)
            return LinkEnd.Nowhere;
        var target = LinkTarget.Parse(link, site.Origin);
        var fragment = Uri.UnescapeDataString(target.Fragment.ToString());
        switch (target.Kind)
        {
            case LinkKind.ThisArticle:
                return new LinkEnd(entry, IdOf(entry, link, fragment), null, null);
            case LinkKind.Relative or LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped or LinkKind.Named:
                var found = site.Resolver.Resolve(site.PathOf(Entries[entry].Article, link), target);
                return found.Outcome == LinkOutcome.Entry ? new LinkEnd(found.Entry, IdOf(found.Entry, link, fragment), null, null)
                    : found.IsFound && found.File is { } file ? new LinkEnd(-1, fragment, file, null) : LinkEnd.Nowhere;
            case LinkKind.External:
                return new LinkEnd(-1, fragment, null, target.Text.StartsWith("//", StringComparison.Ordinal) ? "https:" + target.Text : target.Text);
            case LinkKind.Mail:
                return new LinkEnd(-1, "", null, target.Text);
            default:
                return LinkEnd.Nowhere;
        }
    }

    /// <summary>The file that a link stands in: its article's, or one that this takes in.</summary>
    public string FileOf(int entry, Link link) => link.Range.File ?? Entries[entry].Article.File;

    /// <summary>The id that a fragment means: notes name a heading by its text.</summary>
    private string IdOf(int entry, Link link, string fragment) =>
        link.Form == DestinationForm.Name && fragment.Length > 0 && Linking?.AnchorsOf(entry) is { } anchors && !anchors.Contains(fragment)
            ? anchors.FindHeading(fragment) ?? fragment
            : fragment;

    /// <summary>Every link that leads to an entry, by file and place; those of the entry to itself too.</summary>
    public IEnumerable<IncomingLink> LinksTo(int entry)
    {
        if (Snapshot.Linked is not { } linked)
            yield break;
        for (var from = 0; from < linked.Articles.Length; from++)
        {
            var targets = linked.Articles[from].Targets;
            for (var number = 0; number < targets.Length; number++)
            {
                if (targets[number] == entry && linked.Routed.Entries[from].Article.Content is { } content)
                    yield return new IncomingLink(from, content.Links[number]);
            }
        }
    }

    /// <summary>Every link that leads to one of the anchors of an entry.</summary>
    public IEnumerable<IncomingLink> LinksTo(int entry, string id) =>
        LinksTo(entry).Where(link => FragmentText.Of(link.Link.Rendered) is { } fragment && (FragmentText.Means(fragment, id) || IdOf(entry, link.Link, Uri.UnescapeDataString(fragment)) == id));

    /// <summary>Every reference field that names an entry.</summary>
    public IEnumerable<(int From, TextRange Range)> ReferencesTo(int entry)
    {
        var target = Entries[entry];
        for (var from = 0; from < Entries.Length; from++)
        {
            foreach (var value in Flatten(Entries[from].Fields))
            {
                if (value is ResolvedReferenceValue reference && !reference.IsDefault && reference.Collection == target.Article.Collection && reference.Slug == target.Slug)
                    yield return (from, reference.Range);
            }
        }
    }

    /// <summary>The entry that a reference was resolved to, or -1.</summary>
    public int FindTarget(ResolvedReferenceValue reference) => bySlug.Value.GetValueOrDefault((reference.Collection, reference.Slug), -1);

    /// <summary>The name that readers know an entry by: its title, else its first heading, else its slug.</summary>
    public static string TitleOf(Entry entry)
    {
        if (entry.Collection.IndexOfField("title") is var title and >= 0 && entry.Fields[title] is TextValue { Value.Length: > 0 } text)
            return text.Value;
        if (entry.Collection.IndexOfField("name") is var name and >= 0 && entry.Fields[name] is TextValue { Value.Length: > 0 } named)
            return named.Value;
        if (entry.Article.Content?.Headings is { IsEmpty: false } headings)
            return headings[0].Text;
        return entry.Slug.Length > 0 ? entry.Slug : entry.Url;
    }

    /// <summary>The values of an entry's fields, those in lists and objects too.</summary>
    public static IEnumerable<FieldValue> Flatten(IEnumerable<FieldValue?> values)
    {
        foreach (var value in values)
        {
            if (value is null)
                continue;
            yield return value;
            IEnumerable<FieldValue?> inner = value switch
            {
                ListValue list => list.Items.Select(item => (FieldValue?)item),
                ObjectValue nested => nested.Fields,
                _ => [],
            };
            foreach (var found in Flatten(inner))
                yield return found;
        }
    }

    private sealed class CurrentTexts(Func<string, string?> open) : ISourceTexts
    {
        public bool IsOpen(string file) => open(file) is not null;

        public SourceReading Read(FileMap files, SourceFile file) => open(file.File) is { } text
            ? SourceReader.Decode(file.File, System.Text.Encoding.UTF8.GetBytes(text))
            : FilesOnDisk.Instance.Read(files, file);
    }
}

/// <summary>What a destination leads to.</summary>
/// <param name="Entry">The entry, or -1.</param>
/// <param name="Fragment">Decoded, without its number sign; empty where there is none.</param>
/// <param name="File">A file of the site that is not an entry; or null.</param>
/// <param name="Address">An address elsewhere; or null.</param>
internal readonly record struct LinkEnd(int Entry, string Fragment, SourceFile? File, string? Address)
{
    public static LinkEnd Nowhere { get; } = new(-1, "", null, null);
}

/// <summary>A link and the entry that it stands in.</summary>
internal readonly record struct IncomingLink(int From, Link Link);
