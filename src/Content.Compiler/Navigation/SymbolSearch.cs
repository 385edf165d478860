using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>An entry or a heading that a name leads to.</summary>
/// <param name="Name">Its title, or its text.</param>
/// <param name="Container">Of an entry its URL, of a heading its entry.</param>
/// <param name="IsEntry">Whether it is an entry.</param>
/// <param name="Place">Where it is.</param>
internal sealed record SymbolSearch(string Name, string? Container, bool IsEntry, Place Place)
{
    private const int MostOpened = 200;

    /// <summary>Entries and headings whose names have the letters of a query in their order: as a whole first, then anywhere.</summary>
    public static IEnumerable<SymbolSearch> Find(SiteView site, string query, CancellationToken cancellation)
    {
        query = query.Trim();
        var later = new List<SymbolSearch>();
        var opened = 0;
        for (var index = 0; index < site.Entries.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var entry = site.Entries[index];
            var title = SiteView.TitleOf(entry);
            var place = new Place(entry.Article.File, TextRange.FileStart);
            if (Contains(title, query) || Contains(entry.Slug, query) || Contains(entry.Url, query))
                yield return new SymbolSearch(title, entry.Url, IsEntry: true, place);
            else if (HasLetters(title, query))
                later.Add(new SymbolSearch(title, entry.Url, IsEntry: true, place));
            if (query.Length == 0 || entry.Article.Content is not { } content || opened >= MostOpened || !content.Headings.Any(heading => Contains(heading.Text, query)))
                continue;
            opened++;
            if (ContentDocument.Open(site, entry.Article.File) is not { } document)
                continue;
            foreach (var heading in document.Outline.Headings)
            {
                if (Contains(heading.Text, query))
                    yield return new SymbolSearch(heading.Text, title, IsEntry: false, new Place(entry.Article.File, document.Source.GetRange(heading.Span)));
            }
        }

        foreach (var found in later)
            yield return found;
    }

    private static bool Contains(string text, string query) => text.Contains(query, StringComparison.OrdinalIgnoreCase);

    private static bool HasLetters(string text, string query)
    {
        var at = 0;
        foreach (var unit in query)
        {
            at = text.IndexOf(unit.ToString(), at, StringComparison.OrdinalIgnoreCase) + 1;
            if (at == 0)
                return false;
        }

        return true;
    }
}
