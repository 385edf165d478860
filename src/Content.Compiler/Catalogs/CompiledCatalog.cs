using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Catalogs.CSharp;

namespace Content.Compiler.Catalogs;

/// <summary>A catalog ready to be written. The bodies are still where the articles hold them.</summary>
public sealed class CompiledCatalog
{
    private readonly Lazy<byte[]> source;
    private readonly CatalogHashes hashes;
    private readonly CatalogBlob blob;

    internal CompiledCatalog(Lazy<byte[]> source, CatalogHashes hashes, CatalogBlob blob)
    {
        this.source = source;
        this.hashes = hashes;
        this.blob = blob;
    }

    /// <summary>The generated C#, UTF-8 without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Source => source.Value;

    /// <summary>Writes the generated C#.</summary>
    public void WriteSource(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(source.Value);
    }

    /// <summary>Writes the blob that belongs to the C#; may be done more than once.</summary>
    public void WriteBlob(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        blob.WriteTo(stream, hashes);
    }

    /// <summary>Writes the blob without its bodies, where those lie apart.</summary>
    public void WriteBlobHead(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        blob.WriteHeadTo(stream, hashes);
    }
}
