using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>
/// The members of a generated class. Slug, Url and Body are what they are for every entry, so a field of that name gives way;
/// what the compiler works out of the text (Excerpt, Headings, Next ...) gives way to a field that the author declared.
/// </summary>
internal sealed class EntryNames
{
    private readonly Dictionary<string, string?> members = new(StringComparer.Ordinal);
    private readonly NameScope scope;

    private EntryNames(string type, ImmutableArray<FieldDefinition> fields, bool isEntry)
    {
        scope = new NameScope([type, .. NameScope.OfObject]);
        if (isEntry)
        {
            foreach (var name in EntryMember.Fixed)
                members.Add(name, scope.Take(name, name + "Value"));
        }

        Fields = [.. fields.Select(field => scope.Take(field.PropertyName, field.PropertyName + "Value"))];
        if (isEntry)
        {
            foreach (var name in EntryMember.Derived)
                members.Add(name, scope.TakeIfFree(name));
        }
    }

    /// <summary>By field index.</summary>
    public ImmutableArray<string> Fields { get; }

    /// <summary>The members of an entry, and where the configuration's references lead back to it.</summary>
    public static EntryNames OfEntry(string type, ImmutableArray<FieldDefinition> fields) => new(type, fields, isEntry: true);

    /// <summary>The members of a nested object.</summary>
    public static EntryNames OfObject(string type, ImmutableArray<FieldDefinition> fields) => new(type, fields, isEntry: false);

    /// <summary>The public name of a member of every entry; null where a field has taken its place.</summary>
    public string? Of(string member) => members[member];

    /// <summary>The name of the way back from here to what refers here.</summary>
    public string TakeReferrers(string collection, string field, bool isFirst) => isFirst
        ? scope.Take(collection, $"{collection}By{field}")
        : scope.Take($"{collection}By{field}");

    /// <summary>A name for a private field that goes with a property.</summary>
    public string TakeField(string property) =>
        scope.Take(string.Concat("_", char.ToLowerInvariant(property[0]).ToString(), property.AsSpan(1)));
}

/// <summary>What every entry has, as <see cref="Content.Runtime.IContentEntry"/> names it; the title is a matter of its own.</summary>
internal static class EntryMember
{
    public const string Slug = "Slug";
    public const string Url = "Url";
    public const string Body = "Body";
    public const string Aliases = "Aliases";
    public const string Headings = "Headings";
    public const string Excerpt = "Excerpt";
    public const string WordCount = "WordCount";
    public const string ReadingTime = "ReadingTime";
    public const string SourceFile = "SourceFile";
    public const string IsPublished = "IsPublished";
    public const string Next = "Next";
    public const string Previous = "Previous";

    public const string LastModified = "LastModified";
    public const string Breadcrumbs = "Breadcrumbs";
    public const string Related = "Related";

    /// <summary>Those that no field displaces.</summary>
    public static readonly ImmutableArray<string> Fixed = [Slug, Url, Body];

    /// <summary>Those that a field of the same name displaces; they stay on the interface.</summary>
    public static readonly ImmutableArray<string> Derived =
        [Aliases, Headings, Excerpt, WordCount, ReadingTime, SourceFile, IsPublished, Next, Previous, LastModified, Breadcrumbs, Related];
}
