using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Sites;

namespace Content.Compiler.Catalogs;

/// <summary>Makes of a site what a program is built with: the C# that names everything, and the blob that holds it.</summary>
public static class CatalogWriter
{
    /// <summary>Lays the catalog out. Same site and options, same bytes.</summary>
    /// <exception cref="CatalogTooLargeException">The blob would be larger than 2 GB.</exception>
    public static CompiledCatalog Prepare(Site site, CatalogOptions options)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        var schema = new CatalogSchema(site.Configuration);
        var text = new TextHeap();
        var collections = RankedCollection.Rank(schema, site, text);
        var (source, fingerprint) = CatalogEmitter.Emit(schema, collections, options);
        return new CompiledCatalog(source, fingerprint, new CatalogBlob(collections, text));
    }

    /// <summary>Writes both at once.</summary>
    public static void Write(Site site, CatalogOptions options, Stream source, Stream blob)
    {
        var catalog = Prepare(site, options);
        catalog.WriteSource(source);
        catalog.WriteBlob(blob);
    }
}
