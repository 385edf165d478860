using System.Collections.Frozen;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Inference;

/// <summary>
/// What values may refer to. A key is a reference only where it is called as the collection is and every value is the slug of one of its entries:
/// <c>author: jane-doe</c> where there is <c>authors/jane-doe.yml</c>.
/// </summary>
internal sealed class ReferenceTargets
{
    private readonly List<(NamedGroup Group, FrozenSet<string> Slugs)> targets = [];

    public ReferenceTargets(IEnumerable<NamedGroup> groups)
    {
        foreach (var group in groups)
            targets.Add((group, group.Group.Files.Where(IsCertain).SelectMany(file => SlugsOf(file, group)).ToFrozenSet(StringComparer.Ordinal)));
    }

    /// <summary>The type that <paramref name="key"/> of the collection <paramref name="owner"/> refers to, or null.</summary>
    public string? Find(ObservedKey key, string owner)
    {
        foreach (var (group, slugs) in targets)
        {
            if (IsCalled(key.Key, group) && CanLeadBack(owner, group)
                && key.Items.All(item => item is MetadataScalar { Kind: MetadataKind.String or MetadataKind.Integer } text && slugs.Contains(UnicodeText.Compose(text.Text))))
                return group.TypeName;
        }

        return null;
    }

    /// <summary>What names the entries of a file: the slug, and of one among many its key as well.</summary>
    private static IEnumerable<string> SlugsOf(ObservedFile file, NamedGroup group) => file.Entries.Layout == EntryLayout.Single
        ? [SlugOf(file, group)]
        : file.Entries.Names.Concat(file.Entries.Names.Select(name => Slug.OfKey(name, SlugRules.Default)));

    public static string SlugOf(ObservedFile file, NamedGroup group)
    {
        var slug = Slug.OfPath(file.Path, new GlobSet(group.Files).BaseFolder, SlugRules.Default);
        return file.Metadata?.Find(SpecialKeys.Slug.Key)?.Value is MetadataScalar { Kind: MetadataKind.String } name ? Slug.WithName(slug, name.Text, SlugRules.Default) : slug;
    }

    /// <summary>A draft cannot be referred to from what is published.</summary>
    private static bool IsCertain(ObservedFile file) =>
        !SpecialKeys.Fields.Any(field => field.Key is "draft" or "publishDate" or "expiryDate" && file.Metadata?.Find(field.Key) is not null);

    private static bool IsCalled(string key, NamedGroup group) =>
        SymbolName.Of(key).Equals(group.TypeName, StringComparison.OrdinalIgnoreCase)
        || EnglishSingular.Of(SymbolName.Of(key)).Equals(group.TypeName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the entry referred to can have a property of the name that the way back gets.</summary>
    private static bool CanLeadBack(string owner, NamedGroup target) =>
        SymbolName.Of(owner) is var name && name != target.TypeName && !ReservedNames.EntryMembers.Contains(name);
}
