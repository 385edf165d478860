using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>The declared order of a collection; ties by slug, then by path. Entries without a value come last.</summary>
internal sealed class EntryOrder(CollectionDefinition collection) : IComparer<Entry>
{
    public int Compare(Entry? x, Entry? y)
    {
        foreach (var key in collection.Order)
        {
            var order = key.FieldIndex < 0
                ? string.CompareOrdinal(x!.Slug, y!.Slug) * (key.Descending ? -1 : 1)
                : Compare(x!.Fields[key.FieldIndex], y!.Fields[key.FieldIndex], key.Descending);
            if (order != 0)
                return order;
        }

        var bySlug = string.CompareOrdinal(x!.Slug, y!.Slug);
        return bySlug != 0 ? bySlug : string.CompareOrdinal(x.Article.Path, y.Article.Path);
    }

    private static int Compare(FieldValue? left, FieldValue? right, bool isDescending)
    {
        if (left is null || right is null)
            return (left is null).CompareTo(right is null);
        var order = (left, right) switch
        {
            (TextValue l, TextValue r) => string.CompareOrdinal(l.Value, r.Value),
            (DateValue l, DateValue r) => l.Value.CompareTo(r.Value),
            (DateTimeValue l, DateTimeValue r) => l.Value.CompareTo(r.Value),
            (IntegerValue l, IntegerValue r) => l.Value.CompareTo(r.Value),
            (NumberValue l, NumberValue r) => l.Value.CompareTo(r.Value),
            (DecimalValue l, DecimalValue r) => l.Value.CompareTo(r.Value),
            (BooleanValue l, BooleanValue r) => l.Value.CompareTo(r.Value),
            (EnumValue l, EnumValue r) => l.Member.CompareTo(r.Member),
            (ResolvedReferenceValue l, ResolvedReferenceValue r) => string.CompareOrdinal(l.Slug, r.Slug),
            (ResolvedFileValue l, ResolvedFileValue r) => string.CompareOrdinal(l.Url, r.Url),
            _ => 0,
        };
        return isDescending ? -order : order;
    }
}
