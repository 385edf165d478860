using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>
/// Values, objects and arrays. After the first mistake it goes on without a word wherever it is plain what was meant,
/// and stops where it is not.
/// </summary>
internal sealed class JsonParser(SourceText source, int start, JsonDialect dialect)
{
    private readonly JsonScanner scanner = new(source, start, dialect);

    /// <summary>Where the next token is looked for.</summary>
    public int Position => scanner.Position;

    /// <summary>Whether the text is used up.</summary>
    public bool IsAtEnd => scanner.IsAtEnd;

    /// <summary>Whether reading ended at a mistake that hides what follows.</summary>
    public bool HasStopped => scanner.HasStopped;

    /// <summary>What was found wrong.</summary>
    public ImmutableArray<MetadataError> Errors => scanner.Errors;

    /// <summary>Skips white space and comments.</summary>
    public void SkipSpace() => scanner.SkipSpace();

    /// <summary>Reports whatever follows the value.</summary>
    public void ExpectEnd()
    {
        scanner.SkipSpace();
        if (!scanner.IsAtEnd && !scanner.HasStopped)
            scanner.Fail(scanner.PeekRun(), "Nothing may follow the closing bracket. Remove this, or move it inside.");
    }

    /// <summary>The value at the position, which is at none of the ends; null where it makes no sense.</summary>
    public MetadataNode? ReadValue(int depth)
    {
        switch (scanner.Current)
        {
            case '{':
                return depth > MetadataLimits.Depth ? TooDeep() : ReadMapping(depth);
            case '[':
                return depth > MetadataLimits.Depth ? TooDeep() : ReadSequence(depth);
            case '"' or '\'':
                var text = scanner.ReadString(out var span);
                return new MetadataScalar(span, MetadataKind.String, text);
            case ',' or '}' or ']':
                scanner.Report(new TextSpan(scanner.Position, 1), "A value is missing here. Write one, such as null or \"\".");
                return null;
            default:
                return scanner.ReadWord();
        }
    }

    private MetadataMapping ReadMapping(int depth)
    {
        var open = scanner.Position++;
        var mapping = new MappingBuilder();
        var list = new JsonList(scanner, open, '}');
        while (list.MoveNext())
        {
            if (!TryReadKey(out var key, out var keySpan) || !TryReadColon(key, keySpan))
                break;
            if (ReadValue(depth + 1) is { } value)
            {
                var property = new MetadataProperty(key, keySpan, value);
                if (mapping.AddOrFind(property) is { } first)
                    scanner.ReportDuplicate(property, first);
            }
        }

        return mapping.Build(TextSpan.FromBounds(open, scanner.Position));
    }

    private MetadataSequence ReadSequence(int depth)
    {
        var open = scanner.Position++;
        var items = ImmutableArray.CreateBuilder<MetadataNode>();
        var list = new JsonList(scanner, open, ']');
        while (list.MoveNext())
        {
            if (ReadValue(depth + 1) is { } item)
                items.Add(item);
        }

        return new(TextSpan.FromBounds(open, scanner.Position), items.DrainToImmutable());
    }

    private bool TryReadKey(out string key, out TextSpan span)
    {
        if (scanner.Current is '"' or '\'')
        {
            key = scanner.ReadString(out span);
            return !scanner.HasStopped;
        }

        span = scanner.PeekName();
        key = scanner.Slice(span);
        if (span.Length == 0)
        {
            scanner.Fail(scanner.PeekRun(), "A key in double quotes is expected here, such as \"title\".");
            return false;
        }

        scanner.Report(span, string.Create(CultureInfo.InvariantCulture, $"Keys go in double quotes in JSON: write \"{Shown(key)}\"."));
        scanner.Position = span.End;
        return true;
    }

    private bool TryReadColon(string key, TextSpan keySpan)
    {
        scanner.SkipSpace();
        if (scanner.HasStopped)
            return false;
        if (!scanner.IsAtEnd && scanner.Current is ':' or '=')
        {
            if (scanner.Current == '=')
                scanner.Report(new TextSpan(scanner.Position, 1), "JSON has ':' between a key and its value, not '='.");
            scanner.Position++;
        }
        else if (!scanner.IsAtEnd && scanner.Current is '"' or '{' or '[')
        {
            scanner.Report(keySpan, $"A ':' is missing after key {Quoted.Text(key)}.");
        }
        else
        {
            scanner.Fail(keySpan, $"Key {Quoted.Text(key)} has no value: write ':' and a value after it.");
            return false;
        }

        scanner.SkipSpace();
        if (scanner.IsAtEnd)
            scanner.Fail(keySpan, $"Key {Quoted.Text(key)} has no value: write one after its ':'.");
        return !scanner.HasStopped;
    }

    private MetadataMapping? TooDeep()
    {
        scanner.Fail(new TextSpan(scanner.Position, 1), MetadataLimits.TooDeep);
        return null;
    }

    private static string Shown(string key) => key.Length <= 60 ? key : key[..60] + "…";
}
