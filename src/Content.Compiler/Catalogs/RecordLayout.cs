using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs;

/// <summary>Where the fields of an entry or a nested object lie in its record. Follows from the configuration alone.</summary>
/// <param name="Fields">By field index.</param>
/// <param name="Size">In bytes.</param>
internal sealed record RecordLayout(ImmutableArray<FieldLayout> Fields, int Size)
{
    private const int Slot = sizeof(ulong);

    /// <summary>Lays <paramref name="fields"/> out from <paramref name="start"/>, each behind the last.</summary>
    public static RecordLayout Of(ImmutableArray<FieldDefinition> fields, int start)
    {
        var layouts = ImmutableArray.CreateBuilder<FieldLayout>(fields.Length);
        foreach (var field in fields)
        {
            var nested = field.Type is ObjectFieldType type ? Of(type.Fields, 0) : null;
            var itemSize = SizeOf(field.Type, nested);
            layouts.Add(new FieldLayout(field, start, itemSize, nested));
            start += field.IsList ? Slot : itemSize;
        }

        return new RecordLayout(layouts.MoveToImmutable(), start);
    }

    private static int SizeOf(FieldType type, RecordLayout? nested) => type switch
    {
        ScalarFieldType { Kind: ScalarKind.Decimal or ScalarKind.DateTime } => 2 * Slot,
        // URL, path, width and height, length.
        ScalarFieldType { Kind: ScalarKind.Image or ScalarKind.File } => 4 * Slot,
        // Presence, then the object's own fields in place.
        ObjectFieldType => Slot + nested!.Size,
        _ => Slot,
    };
}

/// <summary>Where a field lies.</summary>
/// <param name="Definition">The field.</param>
/// <param name="Slot">The offset in the record of its value, or of the slot that names its list.</param>
/// <param name="ItemSize">The bytes of a value, in the record or in the list.</param>
/// <param name="Nested">The layout of the object, for a nested one.</param>
internal sealed record FieldLayout(FieldDefinition Definition, int Slot, int ItemSize, RecordLayout? Nested);
