using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Inference;

/// <summary>From files to the collection that they make.</summary>
/// <param name="inference">Finds the fields.</param>
/// <param name="headings">Finds titles in the text.</param>
internal sealed class CollectionInference(FieldInference inference, TitleInText headings)
{
    /// <summary>Beyond this a property for each entry costs the C# compiler more than a few tenths of a second.</summary>
    private const int ManySymbols = 1000;

    private static readonly string[] addressKeys = ["path", "permalink", "id"];
    private static readonly string[] dateKeys = ["date", "published", "publishedAt", "pubDate", "created", "datePublished"];
    private static readonly string[] weightKeys = ["order", "weight", "position", "nav_order", "sidebar_position"];

    public InferredCollection Infer(NamedGroup named)
    {
        var files = named.Group.Files;
        (ObservedFile File, MetadataMapping? Metadata)[] mappings = [.. files.SelectMany(file => file.Mappings)];
        var fields = headings.Complete(named.Group, WithDates(named, inference.Infer(mappings, named.Name)));
        var address = named.Group is { Role: FileRole.Entry, Layout: EntryLayout.Single } ? fields.FirstOrDefault(field => IsAddress(field, files)) : null;
        var (symbols, note) = Symbols(named);
        return new InferredCollection
        {
            Name = named.Name,
            TypeName = named.TypeName,
            Files = named.Files,
            Layout = named.Group.Layout,
            EntryKey = files[0].Entries.Key,
            Mistakes = [.. ObservedKey.In(mappings).Where(FieldInference.IsMistake).Select(DescribeMistake)],
            Url = Url(named, address),
            Order = Order(fields, address, files),
            Symbols = symbols,
            SymbolsNote = note,
            Fields = fields,
            Count = named.Group.Count,
        };
    }

    private static string DescribeMistake(ObservedKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Quoted.Text(key.Key)} is a key of {key.Key.Length} characters, and no field but a mistake{(key.Values is [var first, ..] ? " in " + first.File.ProjectPath : "")}. Correct it there.");

    /// <summary>Adds a required date, or makes it required, where every file without one in its metadata has a date in its name.</summary>
    private static ImmutableArray<InferredField> WithDates(NamedGroup named, ImmutableArray<InferredField> fields)
    {
        const string Key = "date";
        var files = named.Group.Files;
        var written = fields.FirstOrDefault(field => field.Key == Key);
        var dated = files.Count(file => Slug.DateOf(file.Path, SlugRules.Default) is not null);
        if (named.Group is not { Role: FileRole.Entry, Layout: EntryLayout.Single } || dated == 0)
            return fields;
        if (!files.All(file => file.IsBroken || file.Metadata?.Find(Key) is not null || Slug.DateOf(file.Path, SlugRules.Default) is not null))
        {
            // Reason: what has its date in most names is in the order of dates, though some have none.
            return written is not null || dated * 2 <= files.Length
                ? fields
                : [.. fields, new InferredField { Key = Key, Type = Key, IsOptional = true, Note = string.Create(CultureInfo.InvariantCulture, $"{dated} of {files.Length}, from the file's name") }];
        }

        if (written is null)
            return [.. fields.Where(field => field.IsRequired), new InferredField { Key = Key, Type = Key, Note = "from the file's name" }, .. fields.Where(field => !field.IsRequired)];
        return written is { Type: Key, IsList: false, IsOptional: true }
            ? fields.Replace(written, written with { IsOptional = false, Note = "or from the file's name" })
            : fields;
    }

    private static string? Url(NamedGroup named, InferredField? address)
    {
        if (address is not null)
        {
            var isFile = named.Group.Files.Any(file => TextOf(file, address.Key)?.EndsWith(".html", StringComparison.OrdinalIgnoreCase) == true);
            return isFile ? $"/{{{address.Key}}}" : $"/{{{address.Key}}}/";
        }

        if (named.Group.Role != FileRole.Entry || named.Group.Files[0].Format == ArticleFormat.Data)
            return null;
        return named.Group.Folder.Length == 0 ? "/{slug}/" : $"/{named.Name}/{{slug}}/";
    }

    /// <summary>Whether the field is where every entry stands on the site.</summary>
    private static bool IsAddress(InferredField field, ImmutableArray<ObservedFile> files)
    {
        if (!addressKeys.Contains(field.Key) || field is not { Type: "string", IsList: false, IsRequired: true })
            return false;
        var addresses = files.Where(file => !file.IsBroken).Select(file => TextOf(file, field.Key) ?? "").ToArray();
        return addresses.All(IsPath) && addresses.Select(UrlText.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() == addresses.Length;
    }

    private static bool IsPath(string text) =>
        text.AsSpan().Trim('/').Length > 0 && text.All(unit => char.IsLetterOrDigit(unit) || "/-_.~@+".Contains(unit)) && !text.Contains("//", StringComparison.Ordinal);

    private static string? TextOf(ObservedFile file, string key) => (file.Metadata?.Find(key)?.Value as MetadataScalar)?.Text;

    private static string? Order(ImmutableArray<InferredField> fields, InferredField? address, ImmutableArray<ObservedFile> files)
    {
        var title = fields.FirstOrDefault(field => field is { Key: "title" or "name", Type: "string", IsList: false, IsRequired: true })?.Key;
        var behind = title is null ? "" : ", " + title;
        if (fields.FirstOrDefault(field => dateKeys.Contains(field.Key) && field is { Type: "date" or "datetime", IsList: false }) is { } date)
            return $"{date.Key} desc{behind}";
        if (address is not null && files.All(file => file.IsBroken || GroupNames.DatedPath().IsMatch(TextOf(file, address.Key) ?? "")))
            return address.Key + " desc";
        return fields.FirstOrDefault(field => weightKeys.Contains(field.Key) && field is { Type: "int", IsList: false }) is { } weight
            ? weight.Key + behind
            : title;
    }

    private static (string? Symbols, string Note) Symbols(NamedGroup named)
    {
        if (named.Group.Role == FileRole.Include)
            return ("none", "fragments, not pages");
        if (named.Group.Layout != EntryLayout.Single)
            return (null, "");
        var symbols = new Dictionary<string, ObservedFile>(StringComparer.Ordinal);
        foreach (var file in named.Group.Files)
        {
            var symbol = SymbolName.OfSlug(ReferenceTargets.SlugOf(file, named));
            if (!symbols.TryAdd(symbol, file))
                return ("none", $"{MessageText.OneLine(symbols[symbol].Path)} and {MessageText.OneLine(file.Path)} would both be '{symbol}'");
        }

        return named.Group.Files.Length > ManySymbols
            ? ("ids", string.Create(CultureInfo.InvariantCulture, $"{named.Group.Files.Length} properties would be slow to compile"))
            : (null, "");
    }
}
