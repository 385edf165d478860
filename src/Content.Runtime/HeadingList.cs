using System.Collections;
using System.Diagnostics;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>
/// The headings of a body. They are decoded as they are asked for and not kept: a page shows them once, and kept they would be
/// most of the memory of a catalog.
/// </summary>
[DebuggerDisplay("Count = {Count}")]
internal sealed class HeadingList(ContentCatalog catalog, int start, int count) : IReadOnlyList<Heading>
{
    public int Count => count;

    public Heading this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            var at = start + index * HeadingSize;
            var level = catalog.ReadInt32(at);
            return level is >= 1 and <= 6
                ? new Heading(level, catalog.ReadText(at + 8), catalog.ReadText(at + 16))
                : throw catalog.Damaged("a heading has no level");
        }
    }

    public IEnumerator<Heading> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
