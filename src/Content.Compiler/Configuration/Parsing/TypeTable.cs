using System.Collections.Frozen;
using Content.Compiler.Entries;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Every name that a field's type can be: built-in scalars, enums, and the entries of each collection, in whatever order they stand.</summary>
internal sealed class TypeTable
{
    /// <summary>How a nested object is written.</summary>
    public const string Object = "object";

    /// <summary>Every built-in name: the scalars in the order of <see cref="ScalarKind"/>, which their documentation has, too.</summary>
    private static readonly string[] builtIn =
        ["string", "int", "number", "decimal", "bool", "date", "datetime", "uri", "email", "image", "file", Object];

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
        for (var kind = 0; kind < builtIn.Length - 1; kind++)
            types.Add(builtIn[kind], new ScalarFieldType((ScalarKind)kind));
    }

    /// <summary>Every name, the built-in ones in the order that their documentation has.</summary>
    public static IReadOnlyList<string> BuiltIn => builtIn;

    /// <summary>Every name.</summary>
    public IEnumerable<string> Names => types.Keys.Append(Object);

    public static bool IsBuiltIn(string name) => Array.IndexOf(builtIn, name) >= 0;

    public static string NameOf(ScalarKind kind) => builtIn[(int)kind];

    /// <summary>The type of a field as a sentence names it: <c>a date</c>, <c>a list of Tag</c>.</summary>
    public static string Describe(FieldDefinition field)
    {
        var type = field.Type switch
        {
            ScalarFieldType scalar => NameOf(scalar.Kind),
            EnumFieldType { Enum.TypeName: var name } => name,
            ReferenceFieldType { TypeName: var name } => name,
            _ => Object,
        };
        return field.IsList ? $"a list of {type}" : FieldExpectation.WithArticle(type);
    }

    public void Add(string name, FieldType type) => types.TryAdd(name, type);

    public FieldType? Find(string name) => types.GetValueOrDefault(name);

    /// <summary>The name that was probably meant.</summary>
    public string? Near(string written) =>
        foreign.TryGetValue(written, out var known) ? known : Diagnostics.Suggestion.Closest(written, Names);
}
