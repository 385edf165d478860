using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.Schema;

/// <summary>A typed value of a field, with its place in the file. A default stands nowhere.</summary>
public abstract record FieldValue(TextRange Range)
{
    /// <summary>Whether it is the field's default, and nobody's own value.</summary>
    public bool IsDefault => Range == TextRange.Nowhere;
}

/// <summary>string, uri (absolute, as written) and email.</summary>
public sealed record TextValue(TextRange Range, string Value) : FieldValue(Range);

/// <summary>int.</summary>
public sealed record IntegerValue(TextRange Range, int Value) : FieldValue(Range);

/// <summary>number.</summary>
public sealed record NumberValue(TextRange Range, double Value) : FieldValue(Range);

/// <summary>decimal.</summary>
public sealed record DecimalValue(TextRange Range, decimal Value) : FieldValue(Range);

/// <summary>bool.</summary>
public sealed record BooleanValue(TextRange Range, bool Value) : FieldValue(Range);

/// <summary>date.</summary>
public sealed record DateValue(TextRange Range, DateOnly Value) : FieldValue(Range);

/// <summary>datetime, with the offset as written.</summary>
public sealed record DateTimeValue(TextRange Range, DateTimeOffset Value) : FieldValue(Range);

/// <summary>A member of the field's enum, by index.</summary>
public sealed record EnumValue(TextRange Range, int Member) : FieldValue(Range);

/// <summary>A reference as written: a slug or a relative path.</summary>
public sealed record ReferenceValue(TextRange Range, string Written) : FieldValue(Range);

/// <summary>A reference that was resolved. Cycles are fine, so it names its target by key.</summary>
public sealed record ResolvedReferenceValue(TextRange Range, int Collection, string Slug) : FieldValue(Range);

/// <summary>An image or file as written: a relative or root-relative path, or an absolute URL.</summary>
public sealed record FileValue(TextRange Range, string Written) : FieldValue(Range);

/// <summary>An image or file that was resolved.</summary>
/// <param name="Range">Where it is written.</param>
/// <param name="Url">Its URL, base path applied.</param>
/// <param name="Path">Relative to the project folder; null for an absolute URL.</param>
/// <param name="Width">In CSS pixels; 0 where unknown or no image.</param>
/// <param name="Height">In CSS pixels; 0 where unknown or no image.</param>
/// <param name="Length">In bytes; 0 where unknown.</param>
public sealed record ResolvedFileValue(TextRange Range, string Url, string? Path, int Width, int Height, long Length) : FieldValue(Range);

/// <summary>A list.</summary>
public sealed record ListValue(TextRange Range, ImmutableArray<FieldValue> Items) : FieldValue(Range);

/// <summary>A nested object: a value for each field of its type, null where absent.</summary>
public sealed record ObjectValue(TextRange Range, ImmutableArray<FieldValue?> Fields) : FieldValue(Range);
