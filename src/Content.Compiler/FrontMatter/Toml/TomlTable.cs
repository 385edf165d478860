using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>A table while it is read: in TOML its parts may stand apart.</summary>
internal sealed class TomlTable(TextSpan span, TomlTableKind kind)
{
    private readonly List<TomlEntry> entries = [];
    private Dictionary<string, TomlEntry>? index;

    /// <summary>Its header, or what stands for one.</summary>
    public TextSpan Span { get; set; } = span;

    /// <summary>How it came about, and with that, who may add to it.</summary>
    public TomlTableKind Kind { get; set; } = kind;

    /// <summary>What stands under <paramref name="key"/>, or null.</summary>
    public TomlEntry? Find(string key)
    {
        if (entries.Count > 12)
        {
            index ??= entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
            return index.GetValueOrDefault(key);
        }

        foreach (var entry in entries)
        {
            if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                return entry;
        }

        return null;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(TomlEntry entry)
    {
        entries.Add(entry);
        index?.Add(entry.Key, entry);
    }

    /// <summary>The table as it stays. Its depth is bounded by those who build it.</summary>
    public MetadataMapping Build()
    {
        var properties = ImmutableArray.CreateBuilder<MetadataProperty>(entries.Count);
        foreach (var entry in entries)
            properties.Add(new(entry.Key, entry.KeySpan, entry.Build()));
        return new(Span, properties.MoveToImmutable());
    }
}

/// <summary>A key with its value: a finished node, a table, or a list of tables.</summary>
internal sealed record TomlEntry(string Key, TextSpan KeySpan, MetadataNode? Node, TomlTable? Table, List<TomlTable>? Tables)
{
    public MetadataNode Build()
    {
        if (Node is not null)
            return Node;
        if (Table is not null)
            return Table.Build();
        return new MetadataSequence(Tables![0].Span, [.. Tables.Select(table => table.Build())]);
    }
}

/// <summary>How a table came about.</summary>
internal enum TomlTableKind
{
    /// <summary>By a longer header, such as a of [a.b]: it may still get its own.</summary>
    Implicit,

    /// <summary>By its header.</summary>
    Header,

    /// <summary>By a dotted key, such as a of a.b = 1: more dotted keys may add to it, a header may not.</summary>
    Dotted,
}
