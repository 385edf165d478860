using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Toml;

/// <summary>The tables of a document, and the rules by which keys and headers add to them.</summary>
internal sealed class TomlDocument(SourceText source, TextSpan whole)
{
    private readonly MetadataErrorList errors = new(source);
    private readonly TomlTable root = new(whole, TomlTableKind.Header);
    private TomlTable current = new(whole, TomlTableKind.Header);
    private bool isAtRoot = true;
    private int depth = 1;

    private TomlTable Current => isAtRoot ? root : current;

    public MetadataParseResult Finish() => new(root.Build(), errors.ToImmutable());

    /// <summary>Notes a syntax error.</summary>
    public void Report(TextSpan span, string message) => errors.Report(span, message);

    /// <summary>Opens the table of a header. If it cannot be, the keys below it are read and dropped.</summary>
    public void Open(IReadOnlyList<TomlKey> path, TextSpan header, bool isList)
    {
        isAtRoot = false;
        depth = path.Count + (isList ? 2 : 1);
        if (depth > MetadataLimits.Depth)
        {
            Report(header, MetadataLimits.TooDeep);
            current = new(header, TomlTableKind.Header);
            return;
        }

        var parent = root;
        for (var index = 0; index < path.Count - 1 && parent is not null; index++)
            parent = Step(parent, path[index], TomlTableKind.Implicit);
        current = (parent is null ? null : isList ? OpenItem(parent, path[^1], header) : OpenTable(parent, path[^1], header))
            ?? new(header, TomlTableKind.Header);
    }

    /// <summary>Adds a value to the table that is open.</summary>
    public void Add(IReadOnlyList<TomlKey> path, MetadataNode value) => Add(Current, path, value);

    /// <summary>How deep a value of this key lies.</summary>
    public int DepthOf(IReadOnlyList<TomlKey> path) => depth + path.Count;

    /// <summary>Adds a value to <paramref name="table"/>.</summary>
    public void Add(TomlTable table, IReadOnlyList<TomlKey> path, MetadataNode value)
    {
        var parent = table;
        for (var index = 0; index < path.Count - 1; index++)
        {
            if (Step(parent, path[index], TomlTableKind.Dotted) is not { } next)
                return;
            parent = next;
        }

        var key = path[^1];
        if (parent.Find(key.Text) is { } first)
            ReportDuplicate(key, first);
        else
            parent.Add(new(key.Text, key.Span, value, null, null));
    }

    private TomlTable? OpenTable(TomlTable parent, TomlKey key, TextSpan header)
    {
        if (parent.Find(key.Text) is not { } first)
            return AddTable(parent, key, header, TomlTableKind.Header);
        if (first.Table is not { Kind: TomlTableKind.Implicit } table)
            return ReportDuplicate(key, first);
        table.Kind = TomlTableKind.Header;
        table.Span = header;
        return table;
    }

    private TomlTable? OpenItem(TomlTable parent, TomlKey key, TextSpan header)
    {
        var item = new TomlTable(header, TomlTableKind.Header);
        if (parent.Find(key.Text) is not { } first)
            parent.Add(new(key.Text, key.Span, null, null, [item]));
        else if (first.Tables is { } tables)
            tables.Add(item);
        else
            return ReportDuplicate(key, first);
        return item;
    }

    /// <summary>The table under a key on the way to another; null where something else stands there.</summary>
    private TomlTable? Step(TomlTable parent, TomlKey key, TomlTableKind kind)
    {
        if (parent.Find(key.Text) is not { } first)
            return AddTable(parent, key, key.Span, kind);
        if (kind == TomlTableKind.Implicit && (first.Table ?? first.Tables?[^1]) is { } existing)
            return existing;
        return kind == TomlTableKind.Dotted && first.Table is { Kind: TomlTableKind.Dotted } dotted ? dotted : ReportDuplicate(key, first);
    }

    private static TomlTable AddTable(TomlTable parent, TomlKey key, TextSpan span, TomlTableKind kind)
    {
        var table = new TomlTable(span, kind);
        parent.Add(new(key.Text, key.Span, null, table, null));
        return table;
    }

    private TomlTable? ReportDuplicate(TomlKey key, TomlEntry first)
    {
        errors.ReportDuplicate(key.Text, key.Span, first.KeySpan);
        return null;
    }
}

/// <summary>One part of a key between dots.</summary>
internal readonly record struct TomlKey(string Text, TextSpan Span);
