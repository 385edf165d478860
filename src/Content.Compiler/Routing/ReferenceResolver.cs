using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>Finds the entry that a field refers to, by slug or by relative path: CONTENT1006 where there is none.</summary>
internal sealed class ReferenceResolver(
    ContentConfiguration configuration,
    ImmutableArray<Article> articles,
    EntryIndex index,
    bool includeUnpublished,
    DateOnly buildDate,
    ICollection<Diagnostic> diagnostics)
{
    /// <summary>Looking for what somebody may have meant takes time with the number of slugs, so a site full of dead references gets some hints, not all.</summary>
    private const int MostHints = 200;

    private const int MostNamed = 8;

    private readonly Dictionary<(int, string), string?> hints = [];

    /// <summary>The entry as the catalog names it; null where there is none, which is then reported.</summary>
    public ResolvedReferenceValue? Resolve(FieldPlace place, ReferenceFieldType type, ReferenceValue reference)
    {
        var article = place.Article;
        var target = Find(article, type.CollectionIndex, reference.Written);
        if (target < 0)
        {
            if (!index.IsIncomplete(type.CollectionIndex))
                diagnostics.Add(NotFound(place, type, reference));
            return null;
        }

        if (!includeUnpublished
            && Publication.WhyNot(articles[target].Metadata, buildDate) is { } why
            && Publication.WhyNot(article.Metadata, buildDate) is null)
        {
            diagnostics.Add(FieldErrors.Unpublished(place.File, place.Range, type.TypeName, reference.Written, why));
            return null;
        }

        return new ResolvedReferenceValue(reference.Range, type.CollectionIndex, index.Slugs[target]);
    }

    private int Find(Article article, int collection, string written)
    {
        var slug = index.FindBySlug(collection, UnicodeText.Compose(written));
        if (slug >= 0)
            return slug;
        var path = FindByPath(article, written);
        return path >= 0 && articles[path].Collection == collection ? path : -1;
    }

    /// <summary>Relative to the article, as a link is; or else to the content root.</summary>
    private int FindByPath(Article article, string written)
    {
        if (!written.Contains('.', StringComparison.Ordinal))
            return -1;
        var near = RelativePath.Resolve(article.Path, written) is { } path ? index.FindByPath(path) : -1;
        return near >= 0 ? near : index.FindByPath(written.TrimStart('/'));
    }

    private Diagnostic NotFound(FieldPlace place, ReferenceFieldType type, ReferenceValue reference)
    {
        var other = FindByPath(place.Article, reference.Written);
        if (other >= 0)
        {
            var actual = FieldExpectation.WithArticle(configuration.Collections[articles[other].Collection].TypeName);
            return FieldErrors.NotThatType(place.File, place.Range, type.TypeName, reference.Written, actual);
        }

        var diagnostic = FieldErrors.NoSuchEntry(
            place.File, place.Range, type.TypeName, reference.Written, Advice(type.CollectionIndex, reference.Written));
        return Hint(type.CollectionIndex, reference.Written) is { } meant && WrittenValue.ReplaceAt(place.Range, reference.Written, meant) is { } text
            ? diagnostic with { Corrections = [Correction.Replace(text, meant, IsMeant(type.CollectionIndex, reference.Written, meant))] }
            : diagnostic;
    }

    /// <summary>Whether what is written can name no other entry: it is the slug in other letters, or a slip of one alone.</summary>
    private bool IsMeant(int collection, string written, string slug) => Slugify(written) == slug
        || (Suggestion.IsSlip(written, slug) && Suggestion.IsOnlyOne(written, slug, index.SlugsOf(collection)));

    private string Advice(int collection, string written)
    {
        if (Hint(collection, written) is { } hint)
            return Suggestion.Hint(hint);
        var slugs = index.SlugsOf(collection);
        return slugs.Count is 0 or > MostNamed
            ? " Write its slug, or its path relative to this file."
            : $" Write {Quoted.Choice([.. slugs.Order(StringComparer.Ordinal)])}.";
    }

    private string? Hint(int collection, string written)
    {
        if (hints.TryGetValue((collection, written), out var known))
            return known;
        if (hints.Count >= MostHints)
            return null;
        var hint = Slugify(written) is { Length: > 0 } slug && index.FindBySlug(collection, slug) >= 0
            ? slug
            : Suggestion.Closest(written, index.SlugsOf(collection)) ?? Suggestion.Closest(Slugify(written), index.SlugsOf(collection));
        hints.Add((collection, written), hint);
        return hint;
    }

    /// <summary>What the slug would be if the text were a title, or a path of a file in the collection's folder.</summary>
    private static string Slugify(string written)
    {
        var name = written.AsSpan(written.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        var slug = new StringBuilder();
        UrlSafeText.AppendSegment(slug, UnicodeText.Compose((dot > 0 ? name[..dot] : name).ToString()));
        return slug.ToString();
    }
}
