using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>A scalar on its way to becoming a value.</summary>
/// <param name="Field">What it has to be.</param>
/// <param name="Scalar">What is written; not null.</param>
/// <param name="Range">Where.</param>
/// <param name="Label">What it is called.</param>
/// <param name="AsText">Whether everything is text here, so that text which reads as the type is of the type.</param>
internal readonly record struct ScalarReading(FieldDefinition Field, MetadataScalar Scalar, TextRange Range, FieldLabel Label, bool AsText)
{
    public string Text => Scalar.Text;

    public bool IsText => AsText || Scalar.Kind == MetadataKind.String;

    public bool IsInteger => AsText || Scalar.Kind == MetadataKind.Integer;

    public bool IsNumber => AsText || Scalar.Kind is MetadataKind.Integer or MetadataKind.Float;

    public bool IsDate => IsText || Scalar.Kind == MetadataKind.DateTime;

    /// <summary>Dates of TOML's own are in no format that a field could declare.</summary>
    public string? Format => Scalar.Kind == MetadataKind.DateTime ? null : Field.Format;
}
