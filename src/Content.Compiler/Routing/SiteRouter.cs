using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>Gives every article its address and resolves what its metadata names: entries and files.</summary>
public static class SiteRouter
{
    /// <summary>Routes all articles.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="articles">Every article, by path, ordinal.</param>
    /// <param name="files">The files that exist.</param>
    /// <param name="includeUnpublished">Whether drafts and entries outside their dates enter the catalog.</param>
    /// <param name="buildDate">The date that publishing dates are held against.</param>
    /// <param name="maxParallelism">The most threads to use.</param>
    public static RoutedSite Route(
        ContentConfiguration configuration,
        ImmutableArray<Article> articles,
        FileMap files,
        bool includeUnpublished,
        DateOnly buildDate,
        int maxParallelism = 1)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        articles = EntryFiles.Divide(configuration, articles);
        var index = new EntryIndex(configuration, articles);
        var fields = new FieldResolver(
            configuration,
            new ReferenceResolver(configuration, articles, index, includeUnpublished, buildDate, diagnostics),
            new FileFieldResolver(files, configuration.BasePath, configuration.AssetBase, diagnostics));

        var resolved = new ImmutableArray<FieldValue?>[articles.Length];
        for (var position = 0; position < resolved.Length; position++)
            resolved[position] = ResolveOrReport(fields, articles[position], configuration.Collections[articles[position].Collection], diagnostics);

        // An address follows from one article alone, now that what it names is known.
        var all = new Entry[articles.Length];
        ParallelWork.For(
            maxParallelism,
            all.Length,
            position => all[position] = RouteOrReport(configuration, articles[position], index.Slugs[position], resolved[position], buildDate, diagnostics),
            CancellationToken.None);
        var entries = ImmutableCollectionsMarshal.AsImmutableArray(all);
        var members = new List<Entry>[configuration.Collections.Length];
        for (var collection = 0; collection < members.Length; collection++)
            members[collection] = [];
        foreach (var entry in entries)
            members[entry.Article.Collection].Add(entry);
        new AddressBook(configuration, entries.Length, diagnostics).Check(entries);
        var rules = new FieldRules(configuration, buildDate, diagnostics);
        foreach (var entry in entries)
            rules.Check(entry);
        var unique = new UniqueValues(diagnostics);
        var collections = ImmutableArray.CreateBuilder<SiteCollection>(members.Length);
        for (var collection = 0; collection < members.Length; collection++)
        {
            var definition = configuration.Collections[collection];
            unique.Check(definition, members[collection]);
            var listed = includeUnpublished ? members[collection] : members[collection].FindAll(entry => entry.IsPublished);
            listed.Sort(new EntryOrder(definition));
            collections.Add(new SiteCollection(definition, [.. listed]));
        }

        return new RoutedSite(configuration, entries, collections.MoveToImmutable(), diagnostics.DrainToImmutable()) { Index = index };
    }

    /// <summary>The fields of an article with what they name; what cannot be resolved is reported.</summary>
    internal static ImmutableArray<FieldValue?> ResolveOrReport(
        FieldResolver fields, Article article, CollectionDefinition collection, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            return fields.Resolve(article, collection);
        }
        catch (Exception defect) when (InternalErrors.IsDefect(defect))
        {
            diagnostics.Add(InternalErrors.Defect(defect, article.File));
            return EntryMetadata.Unknown(collection).Fields;
        }
    }

    /// <summary>The article with its address, which follows from it alone.</summary>
    internal static Entry RouteOrReport(
        ContentConfiguration configuration,
        Article article,
        string slug,
        ImmutableArray<FieldValue?> fields,
        DateOnly buildDate,
        ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        try
        {
            return Route(configuration, article, slug, fields, buildDate);
        }
        catch (Exception defect) when (InternalErrors.IsDefect(defect))
        {
            lock (diagnostics)
                diagnostics.Add(InternalErrors.Defect(defect, article.File));
            var unknown = EntryMetadata.Unknown(configuration.Collections[article.Collection]);
            return Route(configuration, article with { Metadata = unknown }, slug, unknown.Fields, buildDate);
        }
    }

    private static Entry Route(ContentConfiguration configuration, Article article, string slug, ImmutableArray<FieldValue?> fields, DateOnly buildDate)
    {
        var collection = configuration.Collections[article.Collection];
        var url = EntryUrl.Of(collection, slug, fields, article.Metadata.Url?.Value, configuration.BasePath);
        return new Entry
        {
            Article = article,
            Collection = collection,
            Slug = slug,
            Url = url,
            Aliases = Aliases(article.Metadata, url, configuration),
            Symbol = SymbolName.OfSlug(slug),
            IsPublished = Publication.WhyNot(article.Metadata, buildDate) is null,
            Fields = fields,
        };
    }

    /// <summary>The folder of an address, with a slash at its end: of <c>/blog/hello/</c> as of <c>/blog/hello</c>, <c>/blog/</c>.</summary>
    private static string FolderOf(string url)
    {
        var path = url.TrimEnd('/');
        return path[..(path.LastIndexOf('/') + 1)];
    }

    /// <summary>A path from a folder on; what climbs past the base path ends there, as a browser would have it.</summary>
    private static string Climb(string folder, string path, string basePath)
    {
        if (!path.Contains("./", StringComparison.Ordinal) && !path.EndsWith('.'))
            return folder + path;
        var segments = new List<string>();
        foreach (var segment in (folder[basePath.Length..] + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ".."))
                segments.Add(segment);
        }

        return $"{basePath}/{string.Join('/', segments)}{(path.EndsWith('/') && segments.Count > 0 ? "/" : "")}";
    }

    /// <summary>Each once; the entry's own URL is no alias of it.</summary>
    private static ImmutableArray<string> Aliases(EntryMetadata metadata, string url, ContentConfiguration configuration)
    {
        if (metadata.Aliases.IsEmpty)
            return [];
        var keys = new HashSet<string>(StringComparer.Ordinal) { UrlText.Key(url) };
        var aliases = ImmutableArray.CreateBuilder<string>(metadata.Aliases.Length);
        foreach (var alias in metadata.Aliases)
        {
            var address = alias.Value.StartsWith('/') ? EntryUrl.WithBase(alias.Value, configuration.BasePath) : EntryUrl.WithBase(Climb(FolderOf(url), alias.Value, configuration.BasePath), "");
            if (keys.Add(UrlText.Key(address)))
                aliases.Add(address);
        }

        return aliases.DrainToImmutable();
    }
}
