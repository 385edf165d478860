using System.Buffers;
using System.Text.Json.Nodes;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.JsonSchema;

/// <summary>A JSON Schema to be written where editors find it.</summary>
/// <param name="Name">The file's name: <c>content.schema.json</c>, and for a collection <c>content.posts.schema.json</c>.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record SchemaFile(string Name, byte[] Bytes)
{
    public const string Extension = ".schema.json";
}

/// <summary>The schemas of a project: of its configuration, and of the front matter of each collection.</summary>
internal static class SchemaFiles
{
    private static readonly SearchValues<char> fileNameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_");

    /// <summary>That of content.json, which helps most while the file is still wrong.</summary>
    public static SchemaFile OfConfiguration() => File("content", ConfigurationSchema.Create());

    /// <summary>Those of the collections.</summary>
    public static IEnumerable<SchemaFile> OfCollections(ContentConfiguration configuration)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var collection in configuration.Collections)
        {
            var name = collection.Name.AsSpan().ContainsAnyExcept(fileNameCharacters) ? collection.PropertyName : collection.Name;
            while (!taken.Add(name))
                name += "2";
            yield return File("content." + name, FrontMatterSchema.Create(collection, configuration.Addresses));
        }
    }

    private static SchemaFile File(string name, JsonObject schema) => new(name + SchemaFile.Extension, schema.ToBytes());
}
