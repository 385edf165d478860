using System.Buffers;
using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.Links;
using Content.Compiler.Navigation;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>
/// Files that are about to get other paths: the site as it will be is routed, and every link and field that would then mean something else is written
/// so that it means what it does now.
/// </summary>
internal sealed class FileMove
{
    private static readonly SearchValues<char> quotable = SearchValues.Create(":#'\"[]{},&*!|>%@`");

    private readonly SiteView site;
    private readonly FileMap files;
    private readonly ImmutableArray<(string Old, string New)> moves;
    private readonly DateOnly buildDate;
    private readonly List<TextChange> changes = [];
    private readonly Dictionary<int, SourceText?> sources = [];

    private FileMove(SiteView site, FileMap files, ImmutableArray<(string, string)> moves, DateOnly buildDate)
    {
        this.site = site;
        this.files = files;
        this.moves = moves;
        this.buildDate = buildDate;
    }

    /// <summary>The edits of the files as they are called now.</summary>
    /// <param name="site">The site as it is.</param>
    /// <param name="moves">Files and folders with their new names, relative to the project folder.</param>
    /// <param name="buildDate">The date that publishing dates are held against.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    public static Refactored Of(SiteView site, ImmutableArray<(string Old, string New)> moves, DateOnly buildDate, CancellationToken cancellation)
    {
        if (site.Files is not { } files || site.Linking is null)
            return Refactored.Refuse("content.json has errors; until they are gone nothing is known of links.");
        return new FileMove(site, files, moves, buildDate).Run(cancellation);
    }

    private Refactored Run(CancellationToken cancellation)
    {
        var entries = site.Entries;
        var oldPaths = new string[entries.Length];
        var newPaths = new string?[entries.Length];
        var isAnyMoved = false;
        for (var index = 0; index < entries.Length; index++)
        {
            oldPaths[index] = entries[index].Article.Path;
            newPaths[index] = PathBelowRoot(Moved(entries[index].Article.File));
            isAnyMoved |= newPaths[index] != oldPaths[index];
        }

        var configuration = MoveConfiguration();
        var newFiles = MoveFiles();
        changes.AddRange(new InclusionMove(site, files, Moved, Origin).Changes(cancellation));
        if (!isAnyMoved && newFiles.HasSameNames(files))
            return Refactored.Of(changes);

        // The site as it will be: moved articles are read anew where they may say other things by then.
        var reader = new ArticleReader(configuration);
        var articles = new List<(Article Article, int Old)>();
        for (var index = 0; index < entries.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (newPaths[index] is not { } path)
                continue;
            var article = entries[index].Article;
            if (path != article.Path)
            {
                var collection = CollectionOf(configuration, path);
                if (collection < 0 || ArticleFormats.Of(path, configuration.ReadsMdx) is not { } format)
                    continue;
                var file = Moved(article.File);
                // Reason: of a file of many entries each is an article, which its name says nothing of.
                if (collection == article.Collection && format == article.Format && (article.Metadata.Key is not null || SaysTheSame(configuration, article.Path, path)))
                    article = article with { Path = path, File = file };
                else if (site.Read(article.File) is { } source)
                    article = reader.Read(new SourceFile(path, file, source.Text.Length, 0), new SourceReading(new SourceText(file, source.Text), default, null), collection);
                else
                    continue;
            }

            // Reason: routing divides files of many entries, and this is one of them.
            articles.Add((article.Metadata.Key is null ? article : article with { Entries = [article.Metadata], Diagnostics = [] }, index));
        }

        articles.Sort((left, right) => string.CompareOrdinal(left.Article.Path, right.Article.Path));
        var routed = SiteRouter.Route(configuration, [.. articles.Select(moved => moved.Article)], newFiles, includeUnpublished: true, buildDate);
        var linking = new LinkingSite(routed, newFiles, site.Snapshot.Application!.Pages, checkLinks: false);
        var newIndex = Enumerable.Repeat(-1, entries.Length).ToArray();
        for (var index = 0; index < articles.Count; index++)
            newIndex[articles[index].Old] = index;
        for (var index = 0; index < entries.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (newIndex[index] < 0)
                continue;
            FollowLinks(index, routed.Entries[newIndex[index]], linking, newIndex);
            FollowFields(index, routed.Entries[newIndex[index]], routed, newIndex);
            if (routed.Entries[newIndex[index]].Url != entries[index].Url && newPaths[index] != oldPaths[index])
                OfferAlias(index);
        }

        return Refactored.Of(changes);
    }

    /// <summary>The name that a file will have.</summary>
    private string Moved(string file)
    {
        foreach (var (old, name) in moves)
        {
            if (file == old)
                return name;
            if (file.Length > old.Length && file.StartsWith(old, StringComparison.Ordinal) && file[old.Length] == '/')
                return name + file[old.Length..];
        }

        return file;
    }

    /// <summary>The name that a file has now which will have this name.</summary>
    private string Origin(string file)
    {
        foreach (var (old, name) in moves)
        {
            if (file == name)
                return old;
            if (file.Length > name.Length && file.StartsWith(name, StringComparison.Ordinal) && file[name.Length] == '/')
                return old + file[name.Length..];
        }

        return file;
    }

    private string? PathBelowRoot(string file)
    {
        var root = Moved(files.Root);
        if (root.Length == 0)
            return file;
        return file.StartsWith(root + "/", StringComparison.Ordinal) ? file[(root.Length + 1)..] : null;
    }

    private static int CollectionOf(ContentConfiguration configuration, string path)
    {
        for (var index = 0; index < configuration.Collections.Length; index++)
        {
            if (configuration.Collections[index].Files.IsMatch(path))
                return index;
        }

        return -1;
    }

    /// <summary>Whether an article says of itself under another name what it says now: the name of a file can give its date, and its history does.</summary>
    private static bool SaysTheSame(ContentConfiguration configuration, string path, string moved) =>
        !configuration.ReadsHistory && Slug.DateOf(path, configuration.Slugs) == Slug.DateOf(moved, configuration.Slugs);

    private SourceText? SourceOf(int entry)
    {
        if (!sources.TryGetValue(entry, out var source))
            sources.Add(entry, source = site.Read(site.Entries[entry].Article.File));
        return source;
    }

    private FileMap MoveFiles()
    {
        var root = Moved(files.Root);
        var moved = new List<SourceFile>();
        foreach (var file in files.Files)
        {
            var name = Moved(file.File);
            if (PathBelowRoot(name) is { } path)
                moved.Add(file with { Path = path, File = name });
        }

        moved.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        var folders = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var file in moved)
        {
            for (var slash = file.Path.LastIndexOf('/'); slash > 0; slash = file.Path.LastIndexOf('/', slash - 1))
                folders.Add(file.Path[..slash]);
        }

        foreach (var folder in files.Folders)
        {
            // Reason: an empty folder is a folder, too.
            if (PathBelowRoot(Moved(site.FileOf(folder))) is { } path)
                folders.Add(path);
        }

        return files.Renamed(root, [.. moved], [.. folders], Moved);
    }

    /// <summary>Globs and folders of content.json that name what moves, as edits and as the configuration that they make.</summary>
    private ContentConfiguration MoveConfiguration()
    {
        var configuration = site.Configuration;
        if (configuration.File is null || site.Read(site.ConfigurationFile) is not { } source)
            return configuration with { Root = Moved(files.Root) };
        var root = JsonMetadataReader.ReadWhole(source, JsonDialect.WithComments).Root as MetadataMapping;
        if (root?.Find("root")?.Value is { } named)
            ReplaceFolder(named, source, text => Moved(text.TrimEnd('/')));
        else if (root is not null && Moved(files.Root) != files.Root)
            NameRoot(root, source);
        foreach (var item in Scalars(root?.Find("static")?.Value).Concat(Scalars(root?.Find("snippets")?.Value)))
            ReplaceFolder(item, source, text => Moved(text.TrimEnd('/')));
        var collections = configuration.Collections.ToBuilder();
        foreach (var property in (root?.Find("collections")?.Value as MetadataMapping)?.Properties ?? [])
        {
            var globs = new List<string>();
            var isChanged = false;
            foreach (var item in Scalars((property.Value as MetadataMapping)?.Find("files")?.Value))
            {
                var glob = MoveGlob(item.Text);
                isChanged |= glob != item.Text;
                globs.Add(glob);
                if (glob != item.Text)
                    Replace(item, source, glob);
            }

            var index = configuration.Collections.Select((collection, index) => (collection, index)).FirstOrDefault(pair => pair.collection.Name == property.Key, (null!, -1)).index;
            if (index >= 0 && isChanged)
            {
                var set = new GlobSet([.. globs]);
                collections[index] = collections[index] with { Files = set, BaseFolder = set.BaseFolder };
            }
        }

        return configuration with { Root = Moved(files.Root), Collections = collections.ToImmutable() };
    }

    /// <summary>A glob whose folder moves; a file that it names and that moves.</summary>
    private string MoveGlob(string glob)
    {
        var isExclusion = glob.StartsWith('!');
        var pattern = isExclusion ? glob[1..] : glob;
        var dot = pattern.StartsWith("./", StringComparison.Ordinal) ? "./" : "";
        pattern = pattern[dot.Length..];
        var wild = pattern.AsSpan().IndexOfAny("*?{[");
        var fixedPart = wild < 0 ? pattern : pattern[..(pattern.LastIndexOf('/', wild) + 1)].TrimEnd('/');
        if (fixedPart.Length == 0 || PathBelowRoot(Moved(site.FileOf(fixedPart))) is not { } moved || moved == fixedPart)
            return glob;
        return (isExclusion ? "!" : "") + dot + moved + pattern[fixedPart.Length..];
    }

    private static IEnumerable<MetadataScalar> Scalars(MetadataNode? node) => node switch
    {
        MetadataScalar scalar => [scalar],
        MetadataSequence sequence => sequence.Items.OfType<MetadataScalar>(),
        _ => [],
    };

    /// <summary>The usual content folder has to be named once it has another name.</summary>
    private void NameRoot(MetadataMapping root, SourceText source)
    {
        var property = $"\"root\": {System.Text.Json.JsonSerializer.Serialize(Moved(files.Root))}";
        var change = root.Properties is [var first, ..]
            ? (At: first.KeySpan.Start, Text: property + ", ")
            : (At: root.Span.Start + 1, Text: $" {property} ");
        changes.Add(new TextChange(source.File, source.GetRange(new TextSpan(change.At, 0)), change.Text, ChangeReason.Configuration));
    }

    private void ReplaceFolder(MetadataNode? node, SourceText source, Func<string, string> move)
    {
        if (node is MetadataScalar { Kind: MetadataKind.String } scalar && move(scalar.Text) is var moved && moved != scalar.Text.TrimEnd('/'))
            Replace(scalar, source, moved);
    }

    private void Replace(MetadataScalar scalar, SourceText source, string text) =>
        changes.Add(new TextChange(source.File, source.GetRange(scalar.Span), System.Text.Json.JsonSerializer.Serialize(text), ChangeReason.Configuration));

    private void FollowLinks(int index, Entry moved, LinkingSite linking, int[] newIndex)
    {
        if (site.Entries[index].Article.Content is not { Links: { IsEmpty: false } links } || site.Snapshot.Linked?.Articles[index].Targets is not { } targets)
            return;
        var own = site.Entries[index].Article.Path;
        for (var number = 0; number < links.Length; number++)
        {
            var link = links[number];
            var target = LinkTarget.Parse(link, site.Linking!.Origin);
            if (target.Kind is not (LinkKind.Relative or LinkKind.RootRelative or LinkKind.OwnSite or LinkKind.Mapped or LinkKind.Named))
                continue;
            // Reason: links in what an article takes in count from their own file, which may move as well.
            var from = link.Range.File is { } included ? PathBelowRoot(Moved(included)) ?? own : moved.Article.Path;
            var before = site.Linking.Resolver.Resolve(site.Linking.PathOf(site.Entries[index].Article, link), target);
            if (!before.IsFound)
                continue;
            var after = linking.Resolver.Resolve(from, target);
            if (before.Outcome == LinkOutcome.Entry ? after.Outcome == LinkOutcome.Entry && after.Entry == newIndex[before.Entry] && after.RightSpelling == before.RightSpelling
                : after.Outcome == before.Outcome && after.File?.File == Moved(before.File!.File))
            {
                continue;
            }

            if (site.FileOf(index, link) is var file && (file == site.Entries[index].Article.File ? SourceOf(index) : site.Read(file)) is not { } source)
                continue;
            if (link.Form != DestinationForm.Written)
            {
                if (before.Outcome == LinkOutcome.Entry && newIndex[before.Entry] >= 0
                    && WrittenLink.WithForm(source.File, source, link, Forms(site.Entries[before.Entry], linking.Addresses.Entries[newIndex[before.Entry]])) is { } respelled)
                {
                    changes.Add(respelled);
                }
            }
            else if (Rewrite(from, target, before, linking, newIndex) is { } path)
                changes.Add(WrittenLink.WithPath(source.File, source, link, path, target.Kind == LinkKind.Mapped ? 0 : target.Origin.Length));
        }
    }

    /// <summary>What an entry is called in a dialect's own notation, the longest first, and what it will be.</summary>
    private static IEnumerable<(string Old, string New)> Forms(Entry old, Entry moved)
    {
        var (path, name) = (old.Article.Path, moved.Article.Path);
        yield return (path, name);
        yield return (WithoutExtension(path), WithoutExtension(name));
        yield return (ContentPath.NameOf(path).ToString(), ContentPath.NameOf(name).ToString());
        yield return (WithoutExtension(ContentPath.NameOf(path).ToString()), WithoutExtension(ContentPath.NameOf(name).ToString()));
        yield return (old.Url, moved.Url);

        static string WithoutExtension(string path) => path[..^ContentPath.ExtensionOf(path).Length];
    }

    /// <summary>The path of a destination as it has to be written where the article will be.</summary>
    private string? Rewrite(string from, in LinkTarget target, in LinkResolution before, LinkingSite linking, int[] newIndex)
    {
        if (before.Outcome != LinkOutcome.Entry)
        {
            var name = Moved(before.File!.File);
            if (before.Outcome == LinkOutcome.StaticFile)
            {
                // Reason: static files answer by their path below their folder.
                var folder = before.File.File[..^before.File.Path.Length];
                return Moved(folder.TrimEnd('/')) + "/" is var newFolder && name.StartsWith(newFolder, StringComparison.Ordinal)
                    ? DestinationText.RootRelative(site.Configuration.BasePath, name[newFolder.Length..]) : null;
            }

            return PathBelowRoot(name) is { } path ? WriteFile(from, target, path) : null;
        }

        if (newIndex[before.Entry] is not (>= 0 and var index))
            return PathBelowRoot(Moved(site.Entries[before.Entry].Article.File)) is { } lost ? WriteFile(from, target, lost) : null;
        var entry = linking.Addresses.Entries[index];
        var old = site.Entries[before.Entry];
        var oldPath = old.Article.Path;
        var written = ContentPath.Resolve(target.Kind == LinkKind.Relative ? ContentPath.FolderOf(site.Entries[before.Entry].Article.Path) : "", target.Path).Path;
        if (before.Path == oldPath || before.RightSpelling == oldPath)
            return WriteFile(from, target, entry.Article.Path);
        if (target.Kind != LinkKind.Relative && site.Linking!.Addresses.FindByUrl(before.Path) == before.Entry)
            return KeepSlash(entry.Url, target.Path);
        // A folder with an index, or an article without its extension.
        if (linking.Addresses.FindIndexOf(ContentPath.FolderOf(entry.Article.Path).ToString()) == index && before.Path == ContentPath.FolderOf(oldPath).ToString())
        {
            var folder = ContentPath.FolderOf(entry.Article.Path).ToString();
            return folder.Length == 0 && target.Kind == LinkKind.Relative ? WriteFile(from, target, entry.Article.Path) : WriteFile(from, target, folder) + (target.Path.EndsWith('/') ? "/" : "");
        }

        var extension = ContentPath.ExtensionOf(entry.Article.Path).ToString();
        return WriteFile(from, target, site.Configuration.LinksMayOmitExtensions && oldPath.StartsWith(before.Path, StringComparison.Ordinal) && written.Length > 0
            ? entry.Article.Path[..^extension.Length] : entry.Article.Path);
    }

    private static string KeepSlash(string url, ReadOnlySpan<char> written) =>
        url.Length > 1 && url.EndsWith('/') && !written.EndsWith('/') ? url[..^1] : url;

    private string WriteFile(string from, in LinkTarget target, string path) => target.Kind switch
    {
        LinkKind.Relative => DestinationText.Relative(from, path, target.Path.StartsWith("./")),
        LinkKind.Mapped when Unmap(target, path) is { } mapped => mapped,
        _ => DestinationText.RootRelative(site.Configuration.BasePath, path),
    };

    private static string? Unmap(in LinkTarget target, string path)
    {
        var prefix = target.Text[..(target.Text.Length - target.Unmapped.Length)];
        var place = target.Place.TrimStart('/');
        return path.StartsWith(place, StringComparison.Ordinal) ? prefix + UrlText.ForAuthors(path[place.Length..]) : null;
    }

    private void FollowFields(int index, Entry moved, RoutedSite routed, int[] newIndex)
    {
        var entry = site.Entries[index];
        if (SiteView.Flatten(entry.Article.Metadata.Fields).All(value => value is not (ReferenceValue or FileValue)))
            return;
        var written = SiteView.Flatten(entry.Article.Metadata.Fields).Where(value => value is ReferenceValue or FileValue && !value.IsDefault).ToDictionary(value => value.Range);
        var now = SiteView.Flatten(entry.Fields).Where(value => !value.IsDefault && value is ResolvedReferenceValue or ResolvedFileValue).ToDictionary(value => value.Range);
        var then = SiteView.Flatten(moved.Fields).Where(value => !value.IsDefault && value is ResolvedReferenceValue or ResolvedFileValue).ToDictionary(value => value.Range);
        foreach (var (range, before) in now)
        {
            if (!written.TryGetValue(range, out var text))
                continue;
            then.TryGetValue(range, out var after);
            string? replacement = null;
            string current;
            if (before is ResolvedReferenceValue reference && text is ReferenceValue { Written: var slug })
            {
                current = slug;
                var target = site.FindTarget(reference);
                if (target < 0 || newIndex[target] < 0)
                    continue;
                var goal = routed.Entries[newIndex[target]];
                if (after is ResolvedReferenceValue same && same.Slug == goal.Slug && same.Collection == goal.Article.Collection)
                    continue;
                var isPath = slug.Contains('.', StringComparison.Ordinal) && slug != reference.Slug;
                replacement = isPath ? KeepDot(RelativePath.From(moved.Article.Path, goal.Article.Path), slug) : goal.Slug;
            }
            else if (before is ResolvedFileValue { Path: { } path } && text is FileValue { Written: var name })
            {
                current = name;
                var goal = Moved(path);
                // Reason: whether an image that has not moved yet is one cannot be seen at its new place.
                if (ResolvesTo(moved.Article.Path, name, goal))
                    continue;
                if (PathBelowRoot(goal) is not { } below)
                    continue;
                replacement = name.StartsWith('/') ? site.Configuration.BasePath + "/" + below : KeepDot(RelativePath.From(moved.Article.Path, below), name);
            }
            else
            {
                continue;
            }

            if (SourceOf(index) is { } source && Requote(source, range, current, replacement) is { } requoted)
                changes.Add(new TextChange(source.File, range, requoted, ChangeReason.Field));
        }
    }

    private bool ResolvesTo(string article, string written, string file)
    {
        var basePath = site.Configuration.BasePath;
        var text = basePath.Length > 0 && written.StartsWith(basePath + "/", StringComparison.Ordinal) ? written[basePath.Length..] : written;
        return RelativePath.Resolve(article, text) is { } path && (PathBelowRoot(file) == path || (written.StartsWith('/') && file.EndsWith("/" + path, StringComparison.Ordinal) && PathBelowRoot(file) is null));
    }

    private static string KeepDot(string path, string written) =>
        path.StartsWith("./", StringComparison.Ordinal) && !written.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;

    /// <summary>A value of front matter in the quotes that it has; in new ones where it cannot stand without.</summary>
    private static string? Requote(SourceText source, TextRange range, string current, string text)
    {
        var span = GoTo.SpanOf(source.Lines, range);
        var written = source.Text.AsSpan(span.Start, span.Length);
        if (written.SequenceEqual(current))
            return text.AsSpan().ContainsAny(quotable) || text.Any(char.IsWhiteSpace) ? "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"" : text;
        if (written is ['"', .., '"'] && !text.AsSpan().ContainsAny('"', '\\'))
            return $"\"{text}\"";
        return written is ['\'', .., '\''] && !text.Contains('\'', StringComparison.Ordinal) ? $"'{text}'" : null;
    }

    private void OfferAlias(int index)
    {
        if (SourceOf(index) is not { } source || site.Entries[index].Article.Format == ArticleFormat.Data)
            return;
        var url = site.Entries[index].Url;
        var basePath = site.Configuration.BasePath;
        var alias = basePath.Length > 0 && url.StartsWith(basePath + "/", StringComparison.Ordinal) ? url[basePath.Length..] : url;
        if (FrontMatterEdit.AddAlias(source, Uri.UnescapeDataString(alias)) is { } change)
            changes.Add(change);
    }
}
