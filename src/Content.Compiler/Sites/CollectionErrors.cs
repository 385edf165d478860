using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Sites;

/// <summary>What can be wrong between the collections and the files that are there.</summary>
internal static class CollectionErrors
{
    /// <summary>A collection without entries.</summary>
    public static Diagnostic NoFile(string file, CollectionDefinition collection, string root)
    {
        var globs = collection.Files.Patterns.Where(pattern => !pattern.StartsWith('!')).ToArray();
        return DiagnosticCatalog.CollectionEmpty.At(
            file, collection.Range, $"Collection {Quoted.Text(collection.Name)} matches no file: no file below {Quoted.Folder(root)} matches {Quoted.Choice(globs)}.");
    }

    /// <summary>No content folder.</summary>
    public static Diagnostic NoRoot(ContentConfiguration configuration, string root, bool isFile) => DiagnosticCatalog.ContentRootMissing.At(
        configuration.RootRange is null ? "" : configuration.File ?? "",
        configuration.RootRange ?? TextRange.FileStart,
        isFile
            ? $"The content folder {Quoted.Text(root)} is a file, so the catalog is empty. Set 'root' in content.json or the property ContentRoot to the folder that holds the articles."
            : $"The content folder {Quoted.Text(root)} does not exist, so the catalog is empty. Create it, or set 'root' in content.json or the property ContentRoot.");

    /// <summary>An article that no collection wants.</summary>
    public static Diagnostic NoCollection(string file, string path, string root) => DiagnosticCatalog.CollectionMembership.At(
        file, TextRange.FileStart, $"The article belongs to no collection. Add a collection whose 'files' match {Quoted.Text(path)}, or move it out of {Quoted.Folder(root)}.");

    /// <summary>The first of <paramref name="count"/> articles that no dialect reads.</summary>
    public static Diagnostic UnreadMdx(string file, int count) => DiagnosticCatalog.CollectionMembership.At(
        file,
        TextRange.FileStart,
        (count == 1 ? "The article is not read" : string.Create(CultureInfo.InvariantCulture, $"The article is not read, and {count - 1} more of its kind with it"))
            + ": MDX needs a dialect that has it. Set \"dialect\" in content.json to \"docusaurus\" or \"astro\", or exclude '**/*.mdx' from a collection.");

    /// <summary>A file that two collections want: an error, because it would have two types and two URLs.</summary>
    public static Diagnostic TwoCollections(string file, string first, string second) => DiagnosticCatalog.CollectionMembership.At(
        file,
        TextRange.FileStart,
        $"The article belongs to two collections, {Quoted.Text(first)} and {Quoted.Text(second)}. Exclude it from one of them with a '!' glob.")
        with { Severity = DiagnosticSeverity.Error };
}
