using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

public readonly partial struct ContentRecord
{
    /// <summary>Whether the value in a slot is there.</summary>
    public bool Has(int slot) => catalog.ReadSlot(offset + slot) >> 32 != Absent;

    /// <summary>A string; empty where it is absent.</summary>
    public string GetText(int slot) => catalog.ReadText(offset + slot);

    /// <summary>A string; null where it is absent.</summary>
    public string? GetTextOrNull(int slot) => Has(slot) ? GetText(slot) : null;

    /// <summary>An int.</summary>
    public int GetInt32(int slot) => Has(slot) ? catalog.ReadInt32(offset + slot) : 0;

    /// <summary>An int; null where it is absent.</summary>
    public int? GetInt32OrNull(int slot) => Has(slot) ? GetInt32(slot) : null;

    /// <summary>A number.</summary>
    public double GetDouble(int slot) => Has(slot) ? BitConverter.UInt64BitsToDouble(catalog.ReadSlot(offset + slot)) : 0;

    /// <summary>A number; null where it is absent.</summary>
    public double? GetDoubleOrNull(int slot) => Has(slot) ? GetDouble(slot) : null;

    /// <summary>A decimal, with its scale.</summary>
    public decimal GetDecimal(int slot)
    {
        if (!Has(slot))
            return 0;
        var (first, second) = (catalog.ReadSlot(offset + slot), catalog.ReadSlot(offset + slot + sizeof(ulong)));
        var flags = (uint)(first >> 32);
        var scale = (byte)(flags >> 16);
        return scale <= 28
            ? new decimal((int)second, (int)(second >> 32), (int)first, isNegative: flags >> 31 != 0, scale)
            : throw catalog.Damaged("a decimal has too many places");
    }

    /// <summary>A decimal; null where it is absent.</summary>
    public decimal? GetDecimalOrNull(int slot) => Has(slot) ? GetDecimal(slot) : null;

    /// <summary>A bool.</summary>
    public bool GetBoolean(int slot) => GetInt32(slot) != 0;

    /// <summary>A bool; null where it is absent.</summary>
    public bool? GetBooleanOrNull(int slot) => Has(slot) ? GetBoolean(slot) : null;

    /// <summary>A date.</summary>
    public DateOnly GetDate(int slot)
    {
        var day = GetInt32(slot);
        return (uint)day <= (uint)DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber(day) : throw catalog.Damaged("a date is none");
    }

    /// <summary>A date; null where it is absent.</summary>
    public DateOnly? GetDateOrNull(int slot) => Has(slot) ? GetDate(slot) : null;

    /// <summary>A date and time with the offset that was written.</summary>
    public DateTimeOffset GetDateTime(int slot)
    {
        if (!Has(slot))
            return default;
        var ticks = (long)catalog.ReadSlot(offset + slot);
        var minutes = catalog.ReadInt32(offset + slot + sizeof(ulong));
        var isTime = Math.Abs((long)minutes) <= 14 * 60
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            && ticks - minutes * TimeSpan.TicksPerMinute is >= 0 and var utc && utc <= DateTime.MaxValue.Ticks;
        return isTime ? new DateTimeOffset(ticks, new TimeSpan(0, minutes, 0)) : throw catalog.Damaged("a date with a time is none");
    }

    /// <summary>A date and time; null where it is absent.</summary>
    public DateTimeOffset? GetDateTimeOrNull(int slot) => Has(slot) ? GetDateTime(slot) : null;

    /// <summary>A URI.</summary>
    public Uri GetUri(int slot) => Uri.TryCreate(GetText(slot), UriKind.RelativeOrAbsolute, out var uri) ? uri : throw catalog.Damaged("a URI is none");

    /// <summary>A URI; null where it is absent.</summary>
    public Uri? GetUriOrNull(int slot) => Has(slot) ? GetUri(slot) : null;

    /// <summary>An image.</summary>
    public ContentImage GetImage(int slot)
    {
        if (!Has(slot))
            return new ContentImage("", 0, 0, 0, null);
        var at = offset + slot + 2 * sizeof(ulong);
        var (width, height, length) = (catalog.ReadInt32(at), catalog.ReadInt32(at + sizeof(int)), (long)catalog.ReadSlot(at + sizeof(ulong)));
        if (width < 0 || height < 0 || length < 0)
            throw catalog.Damaged("the size of a file is negative");
        return new ContentImage(GetText(slot), width, height, length, GetTextOrNull(slot + sizeof(ulong)));
    }

    /// <summary>An image; null where it is absent.</summary>
    public ContentImage? GetImageOrNull(int slot) => Has(slot) ? GetImage(slot) : null;

    /// <summary>A file.</summary>
    public ContentFile GetFile(int slot)
    {
        var image = GetImage(slot);
        return new ContentFile(image.Url, image.Length, image.SourceFile);
    }

    /// <summary>A file; null where it is absent.</summary>
    public ContentFile? GetFileOrNull(int slot) => Has(slot) ? GetFile(slot) : null;

    /// <summary>A member of a generated enum, whose numbers are ints from 0 to one below <paramref name="members"/>.</summary>
    public T GetEnum<T>(int slot, int members)
        where T : struct, Enum
    {
        if (!Has(slot))
            return default;
        var member = catalog.ReadInt32(offset + slot);
        return (uint)member < (uint)members ? Unsafe.As<int, T>(ref member) : throw catalog.Damaged("a value is no member of its enum");
    }

    /// <summary>A member of an enum; null where it is absent.</summary>
    public T? GetEnumOrNull<T>(int slot, int members)
        where T : struct, Enum => Has(slot) ? GetEnum<T>(slot, members) : null;

    /// <summary>The entry that is referred to.</summary>
    public T GetEntry<T>(int slot, int referred)
        where T : class, IContentEntry => GetEntryOrNull<T>(slot, referred)
            ?? throw catalog.Damaged("a required reference is missing");

    /// <summary>The entry that is referred to; null where there is none.</summary>
    public T? GetEntryOrNull<T>(int slot, int referred)
        where T : class, IContentEntry => Has(slot) ? catalog.GetCollection<T>(referred).GetStored(catalog.ReadInt32(offset + slot)) : null;

    /// <summary>A nested object; one whose values are all absent where it is absent itself.</summary>
    public T GetObject<T>(int slot, Func<ContentRecord, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        return read(At(offset + slot + sizeof(ulong)));
    }

    /// <summary>A nested object; null where it is absent.</summary>
    public T? GetObjectOrNull<T>(int slot, Func<ContentRecord, T> read)
        where T : class => Has(slot) ? GetObject(slot, read) : null;

    /// <summary>A list; empty where it is absent.</summary>
    public IReadOnlyList<T> GetList<T>(int slot, int itemSize, Func<ContentRecord, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!FindList(slot, itemSize, out var start, out var count))
            return ReadOnlyCollection<T>.Empty;
        var items = new T[count];
        for (var index = 0; index < items.Length; index++)
            items[index] = read(At(start + index * itemSize));
        return new ReadOnlyCollection<T>(items);
    }

    /// <summary>A list; null where it is absent.</summary>
    public IReadOnlyList<T>? GetListOrNull<T>(int slot, int itemSize, Func<ContentRecord, T> read) =>
        Has(slot) ? GetList(slot, itemSize, read) : null;

    /// <summary>A list of strings; empty where it is absent.</summary>
    public IReadOnlyList<string> GetTexts(int slot)
    {
        if (!FindList(slot, sizeof(ulong), out var start, out var count))
            return ReadOnlyCollection<string>.Empty;
        // Text that is long is stored for each item by itself: items that together have more of it than there is would decode the same bytes over and over.
        long length = 0;
        for (var index = 0; index < count; index++)
            length += Math.Max(0, catalog.ReadUtf8(start + index * sizeof(ulong)).Length - 3 * LongestSharedText);
        if (length > catalog.StringsLength)
            throw catalog.Damaged("a list has more text than there is");
        return GetList(slot, sizeof(ulong), static item => item.GetText(0));
    }

    /// <summary>A list of strings; null where it is absent.</summary>
    public IReadOnlyList<string>? GetTextsOrNull(int slot) => Has(slot) ? GetTexts(slot) : null;

    /// <summary>Where the list lies that a slot names; false where it is empty or absent.</summary>
    private bool FindList(int slot, int itemSize, out int start, out int count)
    {
        var value = catalog.ReadSlot(offset + slot);
        (start, count) = (0, 0);
        if (value >> 32 is 0 or Absent)
            return false;
        count = (int)(value >> 32);
        start = catalog.LocateData((int)(uint)value, count, itemSize);
        return true;
    }

    private ContentRecord At(int place) => new(catalog, place, collection);
}
