using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.Text;

namespace Content.Compiler.Schema;

/// <summary>One field of a collection or of a nested object.</summary>
public sealed record FieldDefinition
{
    /// <summary>The key in front matter, such as <c>ms.date</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The C# property, such as <c>MsDate</c>.</summary>
    public required string PropertyName { get; init; }

    /// <summary>The type of the value, or of each item where <see cref="IsList"/>.</summary>
    public required FieldType Type { get; init; }

    /// <summary>Whether it is <c>T[]</c>.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it is marked <c>?</c>: absent is null.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What it is where absent; null where nothing is declared.</summary>
    public FieldValue? Default { get; init; }

    /// <summary>Where the default stands in content.json.</summary>
    public TextRange DefaultRange { get; init; } = TextRange.FileStart;

    /// <summary>Neither <c>?</c> nor a default.</summary>
    public bool IsRequired => !IsOptional && Default is null;

    /// <summary>The lowest value: a number for int, number and decimal.</summary>
    public decimal? Min { get; init; }

    /// <summary>The highest value.</summary>
    public decimal? Max { get; init; }

    /// <summary>The earliest date; for date and datetime.</summary>
    public DateTimeOffset? Earliest { get; init; }

    /// <summary>The latest date.</summary>
    public DateTimeOffset? Latest { get; init; }

    /// <summary>How old a date may be on the day of the build; for date and datetime.</summary>
    public FieldAge? MaxAge { get; init; }

    /// <summary>The shortest length: UTF-16 units of a string, items of a list.</summary>
    public int? MinLength { get; init; }

    /// <summary>The longest length.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What each string must match somewhere; non-backtracking.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Whether no two entries of the collection may share the value.</summary>
    public bool IsUnique { get; init; }

    /// <summary>What it is for, in words: the property's XML doc.</summary>
    public string? Description { get; init; }

    /// <summary>Where to take it from in the rendered HTML where front matter has none.</summary>
    public FieldExtraction? From { get; init; }

    /// <summary>What to take of the value; non-backtracking.</summary>
    public Regex? Match { get; init; }

    /// <summary>A .NET date format, for date and datetime.</summary>
    public string? Format { get; init; }
}

/// <summary>A CSS selector, and the attribute it takes (null: the text).</summary>
/// <param name="Written">As written, for messages.</param>
/// <param name="Selector">Without the attribute.</param>
/// <param name="Attribute">After the <c>@</c>, or null.</param>
public sealed record FieldExtraction(string Written, string Selector, string? Attribute);

/// <summary>What kind of value a field has.</summary>
public abstract record FieldType;

/// <summary>One of the built-in scalars.</summary>
public sealed record ScalarFieldType(ScalarKind Kind) : FieldType;

/// <summary>A member of an enum.</summary>
public sealed record EnumFieldType(EnumDefinition Enum) : FieldType;

/// <summary>An entry of another collection, or of the same.</summary>
/// <param name="CollectionIndex">Into the configuration's collections.</param>
/// <param name="TypeName">The entry's C# type.</param>
public sealed record ReferenceFieldType(int CollectionIndex, string TypeName) : FieldType;

/// <summary>A nested object.</summary>
/// <param name="TypeName">Its C# type, such as <c>PostExtra</c>.</param>
/// <param name="Fields">In the order declared.</param>
public sealed record ObjectFieldType(string TypeName, ImmutableArray<FieldDefinition> Fields) : FieldType;

/// <summary>The built-in scalars, named as content.json names them.</summary>
public enum ScalarKind
{
    /// <summary>Any text.</summary>
    String,

    /// <summary>A 32-bit whole number.</summary>
    Int,

    /// <summary>A finite double.</summary>
    Number,

    /// <summary>A decimal.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A DateOnly.</summary>
    Date,

    /// <summary>A DateTimeOffset, offset required.</summary>
    DateTime,

    /// <summary>An absolute URI.</summary>
    Uri,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>An image among the site's files (or an absolute http(s) address).</summary>
    Image,

    /// <summary>A file among the site's files.</summary>
    File,
}

/// <summary>An enum: C# members in the order of the values.</summary>
/// <param name="TypeName">Such as <c>Tag</c>.</param>
/// <param name="Members">Written value and C# name, same order as their underlying numbers from 0.</param>
public sealed record EnumDefinition(string TypeName, ImmutableArray<EnumMember> Members);

/// <summary>A member: <c>c#</c> is <c>CSharp</c>.</summary>
public sealed record EnumMember(string Value, string Name);
