using System.Collections;
using System.Diagnostics;

namespace Content.Runtime;

/// <summary>Some entries of a list that is divided into pages, in the list's order.</summary>
/// <typeparam name="T">What the list holds.</typeparam>
[DebuggerDisplay("Page {Number} of {PageCount}, Count = {Count}")]
public sealed class ContentPage<T> : IReadOnlyList<T>
    where T : class, IContentEntry
{
    private readonly IReadOnlyList<T> list;
    private readonly int start;

    internal ContentPage(IReadOnlyList<T> list, int number, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        this.list = list;
        Number = number;
        Size = size;
        TotalCount = list.Count;
        start = (int)Math.Min((number - 1L) * size, TotalCount);
        Count = Math.Min(size, TotalCount - start);
    }

    /// <summary>The number of this page, from 1.</summary>
    public int Number { get; }

    /// <summary>The most entries of a page.</summary>
    public int Size { get; }

    /// <summary>The entries of this page; none past the end of the list.</summary>
    public int Count { get; }

    /// <summary>The entries of all pages.</summary>
    public int TotalCount { get; }

    /// <summary>The number of pages, at least 1: an empty list has one empty page.</summary>
    public int PageCount => Math.Max(1, (int)((TotalCount + (long)Size - 1) / Size));

    /// <summary>Whether there is a page before this one.</summary>
    public bool HasPrevious => Number > 1;

    /// <summary>Whether there is a page after this one.</summary>
    public bool HasNext => Number < PageCount;

    /// <summary>An entry of this page.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return list[start + index];
        }
    }

    /// <summary>The entries of this page.</summary>
    public IEnumerator<T> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
            yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Divides lists of entries into pages.</summary>
public static class ContentPaging
{
    /// <summary>Some entries of a list, such as those of a tag: <c>Catalog.Posts.ByTag(Tag.Msbuild).Page(2, size: 10)</c>.</summary>
    /// <param name="entries">The list.</param>
    /// <param name="number">The page, counted from 1. One past the end has no entries.</param>
    /// <param name="size">The entries of a page.</param>
    /// <exception cref="ArgumentNullException"><paramref name="entries"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> or <paramref name="size"/> is less than 1.</exception>
    public static ContentPage<T> Page<T>(this IReadOnlyList<T> entries, int number, int size)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(entries);
        return new ContentPage<T>(entries, number, size);
    }
}
