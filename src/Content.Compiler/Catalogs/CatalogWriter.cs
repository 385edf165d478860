using Content.Compiler.Catalogs.Blob;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Sites;

namespace Content.Compiler.Catalogs;

/// <summary>Turns a site into what a program is built with: C# that names everything, and a blob that holds it.</summary>
public static class CatalogWriter
{
    /// <summary>Lays the catalog out. The same site and options make the same bytes.</summary>
    /// <param name="site">The site.</param>
    /// <param name="options">Options of the generated code.</param>
    /// <param name="maxParallelism">The most threads to use.</param>
    /// <exception cref="CatalogTooLargeException">The blob would be larger than 2 GB.</exception>
    public static CompiledCatalog Prepare(Site site, CatalogOptions options, int maxParallelism = 1)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        var schema = new CatalogSchema(site.Configuration);
        var text = new TextHeap(site.Collections.Sum(collection => collection.Entries.Length));
        var collections = RankedCollection.Rank(schema, site, text);
        var hashes = CatalogEmitter.Hash(schema, collections, options);
        byte[] source = [];
        CatalogBlob? blob = null;
        ParallelWork.Run(
            maxParallelism,
            () => source = CatalogEmitter.Write(schema, collections, options, hashes),
            () => blob = new CatalogBlob(collections, text, site.Configuration, site.Outline, new BodiesInOrder(), maxParallelism));
        return new CompiledCatalog(new Lazy<byte[]>(source), hashes, blob!);
    }

    /// <summary>Writes both at once.</summary>
    public static void Write(Site site, CatalogOptions options, Stream source, Stream blob)
    {
        var catalog = Prepare(site, options);
        catalog.WriteSource(source);
        catalog.WriteBlob(blob);
    }
}

/// <summary>What a project says about its generated code.</summary>
/// <param name="Namespace">The namespace; made a legal one if it is not. Empty is the global namespace.</param>
/// <param name="CatalogName">The name of the static class; made legal if it is not.</param>
/// <param name="IsPublic">Whether generated types are public or internal.</param>
public sealed record CatalogOptions(string Namespace = "", string CatalogName = "Catalog", bool IsPublic = true);

/// <summary>The catalog outgrew 2 GB, the most that an embedded resource can hold.</summary>
public sealed class CatalogTooLargeException() : Exception("The compiled catalog is larger than 2 GB, the most that an assembly can embed.");
