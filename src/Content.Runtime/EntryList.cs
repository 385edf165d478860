using System.Collections;
using System.Diagnostics;

namespace Content.Runtime;

/// <summary>Some entries of a collection: a view of the ranks in the blob, which makes no entry before it is asked for.</summary>
[DebuggerDisplay("Count = {Count}")]
internal sealed class EntryList<T>(ContentCollection<T> entries, ContentCatalog catalog, int start, int count) : IReadOnlyList<T>
    where T : class, IContentEntry
{
    public int Count => count;

    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, count);
            return entries.GetStored(catalog.ReadInt32(start + index * sizeof(int)));
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
