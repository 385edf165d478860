using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>
/// Finds entries that want the same URL, slug, symbol or alias: CONTENT4001 to 4003, at the later of two files by path, once for each pair.
/// Drafts count, so that the verdict is the same in every build.
/// </summary>
internal sealed class AddressBook
{
    private readonly ContentConfiguration configuration;
    private readonly ICollection<Diagnostic> diagnostics;
    private readonly Dictionary<string, Entry> byUrl;
    private readonly Dictionary<string, Entry>[] bySlug;
    private readonly Dictionary<string, Entry>[] bySymbol;

    public AddressBook(ContentConfiguration configuration, int count, ICollection<Diagnostic> diagnostics)
    {
        this.configuration = configuration;
        this.diagnostics = diagnostics;
        byUrl = new(count, StringComparer.Ordinal);
        var usual = count / Math.Max(1, configuration.Collections.Length);
        bySlug = [.. configuration.Collections.Select(_ => new Dictionary<string, Entry>(usual, StringComparer.Ordinal))];
        bySymbol = [.. configuration.Collections.Select(_ => new Dictionary<string, Entry>(usual, StringComparer.Ordinal))];
    }

    /// <summary>Checks all entries, which are sorted by path.</summary>
    public void Check(ImmutableArray<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (!entry.Article.Metadata.HasUnknownAddress)
                CheckAddress(entry);
        }

        var byAlias = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var entry in entries)
            CheckAliases(entry, byAlias);
    }

    private void CheckAddress(Entry entry)
    {
        var metadata = entry.Article.Metadata;
        var sameSlug = Other(bySlug[entry.Article.Collection], entry.Slug, entry);
        var sameUrl = Other(byUrl, UrlText.Key(entry.Url), entry);
        if (sameSlug is not null)
        {
            diagnostics.Add(CatalogErrors.SameSlug(
                entry.Article.File, metadata.Slug?.Range ?? metadata.Anchor, entry.Slug, entry.Collection.Name, sameSlug.Article.Place, AreDated(entry, sameSlug)));
        }

        // Reason: that two entries of one slug have one URL and one symbol is the same mistake.
        if (sameUrl is not null && (sameSlug is null || UrlText.Key(sameSlug.Url) != UrlText.Key(entry.Url)))
        {
            diagnostics.Add(CatalogErrors.SameUrl(
                entry.Article.File, metadata.Url?.Range ?? metadata.Slug?.Range ?? metadata.Anchor, entry.Url, sameUrl.Article.Place));
        }

        if (sameSlug is not null || configuration.Collections[entry.Article.Collection].Symbols == SymbolStyle.None)
            return;
        if (Other(bySymbol[entry.Article.Collection], entry.Symbol, entry) is { } sameSymbol)
        {
            diagnostics.Add(CatalogErrors.SameSymbol(
                entry.Article.File, metadata.Slug?.Range ?? metadata.Anchor, entry.Symbol, sameSymbol.Article.Place));
        }
    }

    /// <summary>Whether the files of two entries are told apart by the dates of their names, which slugs leave out.</summary>
    private bool AreDated(Entry one, Entry other) => one.Article.Metadata is { Slug: null, Key: null } && other.Article.Metadata is { Slug: null, Key: null }
        && Slug.DateOf(one.Article.Path, configuration.Slugs) is { } left && Slug.DateOf(other.Article.Path, configuration.Slugs) is { } right && left != right;

    private void CheckAliases(Entry entry, Dictionary<string, Entry> byAlias)
    {
        foreach (var alias in entry.Article.Metadata.Aliases)
        {
            var url = EntryUrl.WithBase(alias.Value, configuration.BasePath);
            var key = UrlText.Key(url);
            if (byUrl.TryGetValue(key, out var owner) && !ReferenceEquals(owner, entry))
                diagnostics.Add(CatalogErrors.AliasIsUrl(entry.Article.File, alias.Range, url, owner.Article.Place));
            else if (Other(byAlias, key, entry) is { } other && !ReferenceEquals(other, entry))
                diagnostics.Add(CatalogErrors.AliasIsAlias(entry.Article.File, alias.Range, url, other.Article.Place));
        }
    }

    /// <summary>Who has the name already; null where nobody has, and then it is the entry's.</summary>
    private static Entry? Other(Dictionary<string, Entry> names, string name, Entry entry) =>
        names.TryAdd(name, entry) ? null : names[name];
}
