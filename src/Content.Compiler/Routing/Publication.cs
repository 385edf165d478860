using System.Globalization;
using Content.Compiler.Entries;

namespace Content.Compiler.Routing;

/// <summary>Whether an entry is published on a day, and why not.</summary>
internal static class Publication
{
    /// <summary>Null where it is published, else a predicate such as <c>is a draft</c>.</summary>
    public static string? WhyNot(EntryMetadata metadata, DateOnly day)
    {
        if (metadata.IsDraft)
            return "is a draft";
        if (metadata.PublishDate is { } first && day < first)
            return "is not published before " + Show(first);
        return metadata.ExpiryDate is { } last && day >= last ? "has expired on " + Show(last) : null;
    }

    private static string Show(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
