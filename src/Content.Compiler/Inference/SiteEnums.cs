using System.Collections.Immutable;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Inference;

/// <summary>
/// Enums that several collections share. Where the values of one key overlap between collections, they are looked at together, so that a
/// collection with few of the values gets the same enum as the others. Where they do not overlap, each collection has an enum of its own.
/// </summary>
internal sealed class SiteEnums
{
    private readonly Dictionary<(string Collection, string Key), ImmutableArray<string>> members = [];

    /// <param name="collections">The keys of each collection.</param>
    public SiteEnums(IEnumerable<(string Name, IReadOnlyList<ObservedKey> Keys)> collections)
    {
        foreach (var key in collections.SelectMany(collection => collection.Keys.Select(key => (collection.Name, Key: key))).GroupBy(pair => pair.Key.Key, StringComparer.Ordinal))
        {
            foreach (var overlapping in Overlapping([.. key]))
            {
                var together = new ObservedKey(key.Key, [.. overlapping.SelectMany(pair => pair.Key.Values)], overlapping.Sum(pair => pair.Key.Total));
                var found = EnumMembers.Find(together);
                foreach (var (name, _) in overlapping)
                    members.Add((name, key.Key), found);
            }
        }
    }

    /// <summary>The members of a key of a collection; empty where it is not an enum.</summary>
    public ImmutableArray<string> Find(string collection, string key) => members.GetValueOrDefault((collection, key), []);

    private static IEnumerable<List<(string Name, ObservedKey Key)>> Overlapping(List<(string Name, ObservedKey Key)> pairs)
    {
        var groups = new List<(HashSet<string> Texts, List<(string, ObservedKey)> Pairs)>();
        foreach (var pair in pairs)
        {
            var texts = pair.Key.Items.OfType<MetadataScalar>().Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
            List<(string, ObservedKey)> joined = [pair];
            foreach (var group in groups.FindAll(group => group.Texts.Overlaps(texts)))
            {
                texts.UnionWith(group.Texts);
                joined.InsertRange(0, group.Pairs);
                groups.Remove(group);
            }

            groups.Add((texts, joined));
        }

        return groups.Select(group => group.Pairs);
    }
}
