using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Entries;

/// <summary>Says in words what a field wants and what it got.</summary>
internal static class FieldExpectation
{
    /// <summary>What a value of the field must be, with its article.</summary>
    public static string Of(FieldDefinition field) => field.Type switch
    {
        ScalarFieldType { Kind: ScalarKind.Date or ScalarKind.DateTime } when field.Format is { } format => $"a date in the format {Quoted.Text(format)}",
        ScalarFieldType scalar => Of(scalar.Kind),
        EnumFieldType type => WithArticle(type.Enum.TypeName),
        ReferenceFieldType type => $"the slug or the relative path of {WithArticle(type.TypeName)}",
        _ => "an object with fields of its own",
    };

    /// <summary>What the node is, from the verb on: <c>is the number 42</c>.</summary>
    public static string Actual(MetadataNode node) => node switch
    {
        MetadataScalar { Kind: MetadataKind.Null } => "has no value",
        MetadataScalar { Kind: MetadataKind.Integer or MetadataKind.Float } scalar => "is the number " + MessageText.OneLine(scalar.Text),
        MetadataScalar { Kind: MetadataKind.Boolean } scalar => "is " + MessageText.OneLine(scalar.Text),
        MetadataScalar { Kind: MetadataKind.DateTime } scalar =>
            (scalar.Text is [_, _, ':', ..] ? "is the time " : "is the date ") + MessageText.OneLine(scalar.Text),
        MetadataScalar scalar => "is " + Quoted.Text(scalar.Text),
        MetadataSequence => "is a list",
        _ => "is an object",
    };

    /// <summary><c>a Tag</c>, <c>an Author</c>.</summary>
    public static string WithArticle(string typeName) =>
        (typeName is ['A' or 'E' or 'I' or 'O' or 'a' or 'e' or 'i' or 'o', ..] ? "an " : "a ") + typeName;

    private static string Of(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "a string",
        ScalarKind.Int => "a whole number",
        ScalarKind.Number => "a number",
        ScalarKind.Decimal => "a decimal number",
        ScalarKind.Bool => "true or false",
        ScalarKind.Date => "a date such as 2026-11-23",
        ScalarKind.DateTime => "a date and time such as 2026-11-23T09:30:00+01:00",
        ScalarKind.Uri => "an absolute URI such as https://example.org/",
        ScalarKind.Email => "an e-mail address such as jane@example.org",
        ScalarKind.Image => "the path of an image such as ./cover.png",
        _ => "the path of a file such as ./slides.pdf",
    };
}
