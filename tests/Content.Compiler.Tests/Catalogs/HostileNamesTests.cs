using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Content.Compiler.Catalogs;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Runtime;
using CsCheck;

namespace Content.Compiler.Tests.Catalogs;

public sealed class HostileNamesTests
{
    [Fact]
    public void No_name_and_no_text_breaks_the_code_and_every_value_reads_back() =>
        HostileSites.Any.Array[40].Sample(
            sites =>
            {
                using var compiler = new CSharpCompiler();
                // One may live in the global namespace; the others have one each.
                var placed = sites.Select((site, index) => (site.Site, Options: index == 0 ? site.Options : site.Options with { Namespace = $"N{index}.{site.Options.Namespace}" })).ToArray();
                foreach (var (site, options) in placed)
                    compiler.Add(site, options);
                var said = compiler.Compile();
                if (said.Length > 0)
                    throw new InvalidOperationException(said);
                var assembly = compiler.Load();
                foreach (var (site, options) in placed)
                    ReadBack(assembly, site, options);
            },
            iter: 3, threads: 1);

    /// <summary>Random sites once held this. No catalog does: the runtime may take a required reference that is missing for damage.</summary>
    [Theory]
    [InlineData("[jane]")]
    [InlineData("jane")]
    [InlineData("")]
    public void An_entry_without_the_entry_that_it_must_refer_to_leaves_no_catalog(string author)
    {
        using var project = new TemporaryProject();
        project.Write("content.json", """
            {
              "collections": {
                "posts": { "type": "Post", "files": "posts/*.md", "fields": { "author": "Author" } },
                "authors": { "type": "Author", "files": "authors/*.yml", "fields": {} }
              },
              "severity": { "CONTENT1001": "none", "CONTENT1002": "none", "CONTENT1006": "none" }
            }
            """);
        project.Write("content/posts/a.md", $"---\nauthor: {author}\n---\n");

        Assert.False(project.Compile().Succeeded);
        Assert.False(File.Exists(Path.Combine(project.Output, "Content.Catalog")));
    }

    private static void ReadBack(Assembly assembly, Site site, CatalogOptions options)
    {
        var schema = new CatalogSchema(site.Configuration);
        var names = new CatalogNames(schema, options);
        using var source = new MemoryStream();
        using var blob = new MemoryStream();
        CatalogWriter.Write(site, options, source, blob);
        var key = new CatalogKey(
            "test", BitConverter.ToUInt64(blob.GetBuffer(), CatalogFormat.Header.Shape), BitConverter.ToUInt64(blob.GetBuffer(), CatalogFormat.Header.Symbols));
        blob.Position = 0;
        var catalog = new ContentCatalog(MappedBytes.Of(blob), "The blob", key, catalog =>
        [
            .. names.Collections.Select(collection => (IReadOnlyList<IContentEntry>)Activator.CreateInstance(
                TypeOf(collection.Collection), BindingFlags.NonPublic | BindingFlags.Instance, null, [catalog], null)!),
        ]);
        for (var collection = 0; collection < schema.Collections.Length; collection++)
        {
            var definition = schema.Collections[collection].Definition;
            var read = catalog.Collections[collection];
            Assert.Equal(site.Collections[collection].Entries.Select(entry => entry.Slug), read.Select(entry => entry.Slug));
            foreach (var (entry, actual) in site.Collections[collection].Entries.Zip(read))
            {
                Check(definition.Fields, entry.Fields, actual, EntryNames.OfEntry(names.Collections[collection].Entry, definition.Fields).Fields);
                Assert.Equal(Clean(entry.Url), actual.Url);
                Assert.Equal(Clean(entry.Article.File), actual.SourceFile);
                Assert.Equal(Clean(entry.Article.Content?.Excerpt ?? ""), actual.Excerpt);
                Assert.Equal(entry.Aliases.Select(Clean), actual.Aliases);
                Assert.Equal(entry.IsPublished, actual.IsPublished);
                Assert.NotNull(catalog.Find(entry.Url));
                foreach (var property in actual.GetType().GetProperties().Where(property => property.Name != "Item"))
                    property.GetValue(actual);
            }
        }

        Type TypeOf(string name) => assembly.GetType(names.Namespace.Length == 0 ? name : $"{names.Namespace.Replace("@", "", StringComparison.Ordinal)}.{name}", throwOnError: true)!;

        void Check(ImmutableArray<FieldDefinition> fields, ImmutableArray<FieldValue?> values, object actual, ImmutableArray<string> properties)
        {
            for (var index = 0; index < fields.Length; index++)
            {
                if (values[index] is not { } value)
                    continue;
                var read = actual.GetType().GetProperty(properties[index])!.GetValue(actual)!;
                if (value is ListValue { Items: var items })
                {
                    var list = ((IEnumerable)read).Cast<object>().ToArray();
                    Assert.Equal(items.Length, list.Length);
                    for (var item = 0; item < items.Length; item++)
                        CheckItem(fields[index], items[item], list[item]);
                }
                else
                {
                    CheckItem(fields[index], value, read);
                }
            }
        }

        void CheckItem(FieldDefinition field, FieldValue value, object read)
        {
            switch (value)
            {
                case ObjectValue { Fields: var nested }:
                    var type = (ObjectFieldType)field.Type;
                    Check(type.Fields, nested, read, EntryNames.OfObject(names.Of(type), type.Fields).Fields);
                    break;
                case ResolvedReferenceValue reference:
                    Assert.Same(catalog.Collections[reference.Collection].First(entry => entry.Slug == reference.Slug), read);
                    break;
                case ResolvedFileValue file when read is ContentImage image:
                    Assert.Equal(new ContentImage(Clean(file.Url), file.Width, file.Height, file.Length, file.Path is null ? null : Clean(file.Path)), image);
                    break;
                case ResolvedFileValue file:
                    Assert.Equal(new ContentFile(Clean(file.Url), file.Length, file.Path is null ? null : Clean(file.Path)), read);
                    break;
                case TextValue { Value: var text }:
                    Assert.Equal(Clean(text), read is Uri uri ? uri.OriginalString : read);
                    break;
                case EnumValue { Member: var member }:
                    Assert.Equal(member, (int)read);
                    break;
                case NumberValue { Value: var number }:
                    Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits((double)read));
                    break;
                case DecimalValue { Value: var number }:
                    Assert.Equal(decimal.GetBits(number), decimal.GetBits((decimal)read));
                    break;
                case DateTimeValue { Value: var time }:
                    Assert.True(time.EqualsExact((DateTimeOffset)read));
                    break;
                case IntegerValue { Value: var number }:
                    Assert.Equal(number, read);
                    break;
                case BooleanValue { Value: var isTrue }:
                    Assert.Equal(isTrue, read);
                    break;
                case DateValue { Value: var date }:
                    Assert.Equal(date, read);
                    break;
            }
        }
    }

    /// <summary>UTF-8 has no halves of surrogate pairs.</summary>
    private static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
