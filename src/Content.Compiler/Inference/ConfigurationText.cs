using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>Writes an inferred configuration as a person would, with comments on what a person has to judge.</summary>
internal sealed class ConfigurationText
{
    private static readonly JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int MostRoutes = 2000;

    private readonly StringBuilder text = new();
    private string indent = "";

    /// <param name="root">The content folder.</param>
    /// <param name="schema">Where the schema of content.json lands, relative to it.</param>
    /// <param name="collections">The collections.</param>
    /// <param name="enums">The enums that they share.</param>
    /// <param name="skipped">What was not looked at, a line each.</param>
    public static string Write(string root, string schema, ImmutableArray<InferredCollection> collections, ImmutableArray<InferredEnum> enums, ImmutableArray<string> skipped, ForeignSite? site = null, ForeignExtras? extras = null)
    {
        var count = collections.Sum(collection => collection.Count);
        var writer = new ConfigurationText();
        writer.Open("{");
        writer.Line(string.Create(CultureInfo.InvariantCulture, $"// Inferred from {count} {(count == 1 ? "file" : "files")} in {Quoted.Text(root)}: a beginning, and yours from here on. It is not written again."));
        foreach (var line in skipped)
            writer.Line("// Left out: " + MessageText.OneLine(line, 400));
        writer.Line($"\"$schema\": {Json(schema)},");
        if (site is not null)
            writer.Site(site);
        if (root != DefaultConfiguration.Root)
            writer.Line($"\"root\": {Json(root.Length == 0 ? "." : root)},");
        if (!enums.IsEmpty)
        {
            writer.Open("\"enums\": {");
            Each(enums, (shared, comma) => writer.Line($"{Json(shared.Name)}: {List(shared.Members)}{comma}"));
            writer.Close("},");
        }

        writer.Open("\"collections\": {");
        Each(collections, writer.Collection);
        if (extras is null)
            writer.Close("}");
        else
            writer.Extras(site!, extras);
        writer.Close("}");
        return writer.text.ToString();
    }

    private void Site(ForeignSite site)
    {
        var source = Quoted.Text(site.Settings.Source);
        foreach (var note in site.Settings.Notes)
            Line("// " + MessageText.OneLine(note, 400));
        Line($"\"dialect\": {Json(site.Dialect)}, // because of {source}");
        if (site.Settings.Site is { } address)
            Line($"\"site\": {Json(address)}, // from {source}");
        if (site.Settings.Anchors is { } anchors)
            Line($"\"anchors\": {Json(anchors)}, // heading ids as the tool's own function, and most others, make them");
        if (!site.Settings.Static.IsEmpty || !site.Settings.Mounted.IsEmpty)
        {
            var folders = site.Settings.Static.Distinct(StringComparer.Ordinal).Select(Json).Concat(site.Settings.Mounted.Distinct().Select(mount => $"{{ \"folder\": {Json(mount.Folder)}, \"at\": {Json(mount.At)} }}"));
            Line($"\"static\": [{string.Join(", ", folders)}], // from {source}, or the tool's own");
        }
    }

    /// <summary>What follows the collections: what is made besides them, and what destinations and short codes stand for.</summary>
    private void Extras(ForeignSite site, ForeignExtras extras)
    {
        var source = Quoted.Text(site.Settings.Source);
        var routes = extras.Routes.Distinct(StringComparer.Ordinal).Take(MostRoutes).ToImmutableArray();
        var (hasLinks, hasCodes) = (!extras.Ignored.IsEmpty || site.Settings.Places.Count > 0 || site.Settings.LooksPagesUp, extras.ShortCodes.Count > 0);
        Close(hasLinks || hasCodes || !routes.IsEmpty ? "}," : "}");
        if (!routes.IsEmpty)
            Line($"\"routes\": {List(routes)}{(hasLinks || hasCodes ? "," : "")} // what the tool makes besides the articles{(site.Settings.HostRoutes.IsEmpty ? "" : ", and redirects of the host")}");
        if (hasCodes)
            Line($"\"shortcodes\": {{ {string.Join(", ", extras.ShortCodes.Select(code => $"{Json(code.Key)}: {Json(code.Value)}"))} }}{(hasLinks ? "," : "")} // from {source}");
        if (!hasLinks)
            return;
        Open("\"links\": {");
        var hasMore = !extras.Ignored.IsEmpty || site.Settings.Places.Count > 0;
        if (site.Settings.LooksPagesUp)
            Line($"\"lookup\": \"page\"{(hasMore ? "," : "")} // as the site's own render hook does");
        if (site.Settings.Places.Count > 0)
            Line($"\"map\": {{ {string.Join(", ", site.Settings.Places.Select(place => $"{Json(place.Key)}: {Json(place.Value)}"))} }}{(extras.Ignored.IsEmpty ? "" : ",")}");
        if (!extras.Ignored.IsEmpty)
            Line($"\"ignore\": {List(extras.Ignored)} // made later, by the tool, or elsewhere: {source}");
        Close("}");
    }

    private void Collection(InferredCollection collection, string comma)
    {
        Open($"{Json(collection.Name)}: {{");
        Line($"\"type\": {Json(collection.TypeName)},");
        Line($"\"files\": {(collection.Files is [var only] ? Json(only) : List(collection.Files))},");
        if (collection.Layout != EntryLayout.Single)
            Line($"\"entries\": {Json(collection.Layout == EntryLayout.List ? "list" : "map")},");
        if (collection.EntryKey is { } key)
            Line($"\"key\": {Json(key)},");
        if (collection.Url is { } url)
            Line($"\"url\": {Json(url)},");
        if (collection.Order is { } order)
            Line($"\"order\": {Json(order)},");
        if (collection.Fields.Any(field => field.HasUntyped))
            Line("\"unknownFields\": \"ignore\", // because of the keys below that have no type");
        if (collection.Symbols is { } symbols)
            Line($"\"symbols\": {Json(symbols)}, // {MessageText.OneLine(collection.SymbolsNote, 400)}");
        foreach (var mistake in collection.Mistakes)
            Line("// " + MessageText.OneLine(mistake, 400));
        Fields(collection.Fields);
        Close("}" + comma);
    }

    private void Fields(ImmutableArray<InferredField> fields)
    {
        Open("\"fields\": {");
        var typed = fields.RemoveAll(field => field.Type is null);
        Each(typed, Field);
        foreach (var untyped in fields)
        {
            if (untyped.Type is null)
                Line($"// {Quoted.Text(untyped.Key)} has no single type: {MessageText.OneLine(untyped.Note, 400)}");
        }

        Close("}");
    }

    private void Field(InferredField field, string comma)
    {
        var note = field.Note.Length == 0 ? "" : " // " + MessageText.OneLine(field.Note, 400);
        var type = field.Members.IsEmpty ? Json(field.Type + (field.IsList ? "[]" : "") + (field.IsOptional ? "?" : "")) : List(field.Members);
        var options = new List<string>();
        if (field.From is { } from)
            options.Add($"\"from\": {Json(from)}");
        if (field.Match is { } match)
            options.Add($"\"match\": {Json(match)}");
        if (field.Format is { } format)
            options.Add($"\"format\": {Json(format)}");
        if (field.Default is { } value)
            options.Add($"\"default\": {value}");
        if (field.IsUnique)
            options.Add("\"unique\": true");
        if (field.Name is { } name)
            options.Add($"\"name\": {Json(name)}");
        if (!field.Fields.IsEmpty)
        {
            Open($"{Json(field.Key)}: {{{note}");
            Line($"\"type\": {type},");
            foreach (var option in options)
                Line(option + ",");
            Fields(field.Fields);
            Close("}" + comma);
        }
        else if (options.Count == 0)
        {
            Line($"{Json(field.Key)}: {type}{comma}{note}");
        }
        else
        {
            Line($"{Json(field.Key)}: {{ \"type\": {type}, {string.Join(", ", options)} }}{comma}{note}");
        }
    }

    private static void Each<T>(ImmutableArray<T> items, Action<T, string> write)
    {
        for (var index = 0; index < items.Length; index++)
            write(items[index], index < items.Length - 1 ? "," : "");
    }

    private void Line(string line) => text.Append(indent).Append(line).Append('\n');

    private void Open(string line)
    {
        Line(line);
        indent += "  ";
    }

    private void Close(string line)
    {
        indent = indent[2..];
        Line(line);
    }

    private static string List(ImmutableArray<string> items) => $"[{string.Join(", ", items.Select(Json))}]";

    /// <summary>What cannot be seen in a name is written as JSON escapes it, which is how messages do.</summary>
    private static string Json(string value) => MessageText.OneLine(JsonSerializer.Serialize(value, plain), int.MaxValue);
}
