using System.Collections.Frozen;

namespace Content.Compiler.Configuration.Reading;

/// <summary>Every name that a field's type can be: built-in scalars, enums, and the entries of each collection, in whatever order they stand.</summary>
internal sealed class TypeTable
{
    /// <summary>How a nested object is written.</summary>
    public const string Object = "object";

    private static readonly FrozenDictionary<string, ScalarKind> scalars = new Dictionary<string, ScalarKind>
    {
        ["string"] = ScalarKind.String,
        ["int"] = ScalarKind.Int,
        ["number"] = ScalarKind.Number,
        ["decimal"] = ScalarKind.Decimal,
        ["bool"] = ScalarKind.Bool,
        ["date"] = ScalarKind.Date,
        ["datetime"] = ScalarKind.DateTime,
        ["uri"] = ScalarKind.Uri,
        ["email"] = ScalarKind.Email,
        ["image"] = ScalarKind.Image,
        ["file"] = ScalarKind.File,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What other languages, and C# itself, call the built-in types.</summary>
    private static readonly FrozenDictionary<string, string> foreign = new Dictionary<string, string>
    {
        ["text"] = "string",
        ["str"] = "string",
        ["integer"] = "int",
        ["long"] = "int",
        ["short"] = "int",
        ["float"] = "number",
        ["double"] = "number",
        ["boolean"] = "bool",
        ["DateOnly"] = "date",
        ["DateTimeOffset"] = "datetime",
        ["timestamp"] = "datetime",
        ["url"] = "uri",
        ["link"] = "uri",
        ["picture"] = "image",
        ["mail"] = "email",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, FieldType> types = new(StringComparer.Ordinal);

    public TypeTable()
    {
        foreach (var (name, kind) in scalars)
            types.Add(name, new ScalarFieldType(kind));
    }

    /// <summary>Every name, the built-in ones in the order that their documentation has.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = [.. scalars.OrderBy(scalar => scalar.Value).Select(scalar => scalar.Key), Object];

    /// <summary>Every name.</summary>
    public IEnumerable<string> Names => types.Keys.Append(Object);

    public static bool IsBuiltIn(string name) => scalars.ContainsKey(name) || name == Object;

    public static string NameOf(ScalarKind kind) => BuiltIn[(int)kind];

    public void Add(string name, FieldType type) => types.TryAdd(name, type);

    public FieldType? Find(string name) => types.GetValueOrDefault(name);

    /// <summary>The name that was probably meant.</summary>
    public string? Near(string written) =>
        foreign.TryGetValue(written, out var known) ? known : Diagnostics.Suggestion.Closest(written, Names);
}
