using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>
/// Finds out whether values have a type by running the readers of a build over them, so that the inferred type is one that a build accepts.
/// </summary>
internal sealed class TypeProbe(FileMap files)
{
    /// <summary>Whether every value reads as <paramref name="field"/> declares it.</summary>
    public static bool Reads(FieldDefinition field, ObservedKey key) => key.Values.All(value => Read(field, value) is not null);

    /// <summary>The values as the field reads them; null where one does not have the type.</summary>
    public static IReadOnlyList<FieldValue>? ReadAll(FieldDefinition field, IEnumerable<ObservedValue> values)
    {
        var read = new List<FieldValue>();
        foreach (var value in values)
        {
            if (Read(field, value) is not { } one)
                return null;
            read.Add(one);
        }

        return read;
    }

    /// <summary>Whether every value names a file that is there, and an image where it has to be one.</summary>
    public bool Resolves(FieldDefinition field, ScalarKind kind, ObservedKey key)
    {
        var faults = new List<Diagnostic>();
        var resolver = new FileFieldResolver(files, "", "", faults);
        foreach (var value in key.Values)
        {
            var items = Read(field, value) is { } read ? read is ListValue list ? list.Items : [read] : [];
            if (items.Length == 0)
                return false;
            foreach (var item in items)
            {
                if (item is not FileValue file || !LooksLikeFile(file.Written) || resolver.Resolve(Place(value.File, file), kind, file) is null)
                    return false;
            }
        }

        return true;
    }

    private static bool LooksLikeFile(string written) =>
        FileExtensions.IsKnown(Path.GetExtension(written)) && !FileExtensions.IsArticle(Path.GetExtension(written));

    private static FieldValue? Read(FieldDefinition field, ObservedValue value)
    {
        var faults = new List<Diagnostic>();
        new FieldValueReader(value.File.Source, faults, UnknownFieldPolicy.Ignore).Read(field, value.Property, field.Key, value.File.IsHead, out var read);
        return faults.Count == 0 ? read : null;
    }

    /// <summary>As much of an article as the look-up of its files needs.</summary>
    private static FieldPlace Place(ObservedFile file, FieldValue value)
    {
        var article = new Article
        {
            Path = file.Path,
            File = file.ProjectPath,
            Collection = 0,
            Format = file.Format,
            Metadata = new EntryMetadata { Fields = [] },
        };
        return new FieldPlace(article, article.File, value.Range);
    }
}
