using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Parses orders such as <c>date desc, title</c>.</summary>
internal static class OrderReader
{
    private const string Slug = "slug";

    public static ImmutableArray<OrderKey> Read(ConfigurationInput input, MetadataScalar text, ImmutableArray<FieldDefinition> fields)
    {
        var keys = ImmutableArray.CreateBuilder<OrderKey>();
        foreach (var range in text.Text.AsSpan().Split(','))
        {
            var written = text.Text[range].Trim();
            var start = range.Start.Value + text.Text[range].IndexOf(written, StringComparison.Ordinal);
            var place = new TextSpan(0, written.Length);
            if (ReadKey(written, fields, ref place, out var problem) is { } key && keys.All(other => other.FieldIndex != key.FieldIndex))
                keys.Add(key);
            else
                input.Report(JsonStringPosition.SpanOf(input.Source, text, start + place.Start, place.Length), problem ?? $"{Quoted.Text(written)} is in the order already. Remove it.");
        }

        return keys.ToImmutable();
    }

    /// <param name="place">Of what is written, the part that is wrong.</param>
    private static OrderKey? ReadKey(string written, ImmutableArray<FieldDefinition> fields, ref TextSpan place, out string? problem)
    {
        problem = null;
        if (Find(written, fields) is { } whole)
            return whole;
        var space = written.LastIndexOf(' ');
        var direction = written[(space + 1)..];
        var name = space < 0 ? written : written[..space].TrimEnd();
        if (space >= 0 && Find(name, fields) is { } found)
        {
            if (direction is "asc" or "desc")
                return found with { Descending = direction is "desc" };
            place = new TextSpan(space + 1, direction.Length);
            problem = $"{Quoted.Text(direction)} is not a direction.{ConfigurationInput.Near(direction, ["asc", "desc"])}";
            return null;
        }

        if (direction is not ("asc" or "desc"))
            name = written;
        place = new TextSpan(0, name.Length);
        var field = fields.FirstOrDefault(field => field.Key == name);
        problem = field is not null
            ? $"Entries cannot be ordered by {Quoted.Text(name)}, which is {TypeTable.Describe(field)}."
            : name.Length == 0
                ? "'order' names the fields that entries are ordered by, such as \"date desc, title\"."
                : $"There is no field {Quoted.Text(name)} to order by.{ConfigurationInput.Near(name, [.. fields.Where(CanOrder).Select(known => known.Key), Slug])}";
        return null;
    }

    private static OrderKey? Find(string name, ImmutableArray<FieldDefinition> fields)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Key == name && CanOrder(fields[index]))
                return new OrderKey(index, Descending: false);
        }

        return name == Slug ? new OrderKey(-1, Descending: false) : null;
    }

    private static bool CanOrder(FieldDefinition field) =>
        !field.IsList && field.Type is EnumFieldType or ScalarFieldType { Kind: not (ScalarKind.Image or ScalarKind.File) };
}
