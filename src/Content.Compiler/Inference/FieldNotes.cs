using System.Globalization;
using Content.Compiler.Configuration.Parsing;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>What the comments beside inferred fields say, for a person to judge.</summary>
internal static class FieldNotes
{
    /// <summary>Of so many entries, a key that only one has may be a slip.</summary>
    private const int Many = 20;

    /// <summary>Whether the text is nearly always of a narrower type: the few exceptions may be mistakes.</summary>
    public static string AlmostTyped(FieldDefinition field, ObservedKey key)
    {
        foreach (var kind in (ScalarKind[])[ScalarKind.Uri, ScalarKind.Email, ScalarKind.Date, ScalarKind.DateTime])
        {
            var typed = field with { Type = new ScalarFieldType(kind) };
            var others = key.Values.Where(value => TypeProbe.ReadAll(typed, [value]) is null).ToArray();
            if (others.Length * 10 < key.Values.Count)
                return string.Create(CultureInfo.InvariantCulture, $"a {TypeTable.NameOf(kind)} but for {others.Length}, such as that in {others[0].File.ProjectPath}");
        }

        return "";
    }

    /// <summary>How many entries have it; the one that alone has it is named.</summary>
    public static string Rarity(ObservedKey key)
    {
        if (key.Values is [var only] && key.Total >= Many)
            return $"only in {only.File.ProjectPath}";
        return string.Create(CultureInfo.InvariantCulture, $"{key.Present} of {key.Total}");
    }

    /// <summary>What stands in the way of a type.</summary>
    public static string WhyUntyped(ObservedKey key)
    {
        var found = key.Values.GroupBy(value => KindOf(value.Property.Value)).OrderByDescending(kind => kind.Count()).ToArray();
        if (found.Length == 1)
            return $"{found[0].Key} that no type takes (such as that in {found[0].First().File.ProjectPath})";
        var counts = found.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key} in {kind.Count()}"));
        return $"{string.Join(", ", counts)} (such as {found[^1].First().File.ProjectPath})";
    }

    private static string KindOf(MetadataNode node) => node switch
    {
        MetadataMapping => "an object",
        MetadataSequence => "a list",
        MetadataScalar { Kind: MetadataKind.Integer or MetadataKind.Float } => "a number",
        MetadataScalar { Kind: MetadataKind.Boolean } => "true or false",
        MetadataScalar { Kind: MetadataKind.DateTime } => "a date",
        _ => "text",
    };
}
