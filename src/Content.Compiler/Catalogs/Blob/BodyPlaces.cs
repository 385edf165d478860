using Content.Compiler.Routing;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Decides where the body of each entry lies among the bodies of a catalog.</summary>
internal abstract class BodyPlaces
{
    /// <summary>Offset and length of an entry's body; asked once an entry.</summary>
    /// <exception cref="CatalogTooLargeException">The bodies are more than 2 GB.</exception>
    public abstract (int Offset, int Length) Place(Entry entry);

    /// <summary>Every entry that is asked for has its place.</summary>
    /// <returns>The bytes of all bodies, those included that no entry has any more.</returns>
    public abstract int Conclude();
}

/// <summary>Bodies in the order of their records, one behind the other.</summary>
internal sealed class BodiesInOrder : BodyPlaces
{
    private int length;

    public override (int Offset, int Length) Place(Entry entry)
    {
        var (offset, size) = (length, BodyWriter.Measure(entry));
        if (offset + (long)size > int.MaxValue)
            throw new CatalogTooLargeException();
        length = offset + size;
        return (offset, size);
    }

    public override int Conclude() => length;
}
