using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>Turns a scalar into a typed value. Strict: the number 42 is no string, and the text '42' is no number.</summary>
internal sealed class ScalarValueReader(SourceText source, ICollection<Diagnostic> diagnostics)
{
    private const int MostMembersNamed = 8;

    /// <summary>The value; null where it is wrong, which is then reported.</summary>
    public FieldValue? Read(FieldDefinition field, MetadataScalar scalar, FieldLabel label, bool asText)
    {
        var input = new ScalarInput(field, scalar, source.GetRange(scalar.Span), label, asText);
        var value = scalar.Kind == MetadataKind.String && FindLoneSurrogate(scalar.Text) is { } half
            ? Wrong(input, string.Create(CultureInfo.InvariantCulture, $", which holds half of a character (\\u{(int)half:x4})"))
            : Convert(input);
        return value is not null && FieldConstraints.Check(source.File, field, value, label, diagnostics) ? value : null;
    }

    private FieldValue? Convert(in ScalarInput input) => input.Field.Type switch
    {
        ScalarFieldType { Kind: ScalarKind.String } =>
            input.IsText ? new TextValue(input.Range, input.Text) : Wrong(input, advice: " Put it in quotes."),
        ScalarFieldType { Kind: ScalarKind.Int } => ReadInt(input),
        ScalarFieldType { Kind: ScalarKind.Number } => ReadNumber(input),
        ScalarFieldType { Kind: ScalarKind.Decimal } => ReadDecimal(input),
        ScalarFieldType { Kind: ScalarKind.Bool } => ReadBool(input),
        ScalarFieldType { Kind: ScalarKind.Date } => ReadDate(input),
        ScalarFieldType { Kind: ScalarKind.DateTime } => ReadDateTime(input),
        ScalarFieldType { Kind: ScalarKind.Uri } => ReadUri(input),
        ScalarFieldType { Kind: ScalarKind.Email } =>
            input.IsText && MailAddress.IsValid(input.Text) ? new TextValue(input.Range, input.Text) : Wrong(input),
        ScalarFieldType => ReadFile(input),
        EnumFieldType type => ReadMember(type.Enum, input),
        ReferenceFieldType => ReadReference(input),
        _ => Wrong(input),
    };

    private TextValue? ReadUri(in ScalarInput input)
    {
        if (input.IsText && UriText.IsAbsolute(input.Text))
            return new TextValue(input.Range, input.Text);
        var isHost = input.Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return Wrong(input, advice: isHost ? Suggestion.Hint("https://" + input.Text) : "") as TextValue;
    }

    /// <summary>A member is text in the configuration, so whatever type its text seems to have in front matter, it is that text.</summary>
    private EnumValue? ReadMember(EnumDefinition type, in ScalarInput input)
    {
        var members = type.Members;
        for (var index = 0; index < members.Length; index++)
        {
            if (string.Equals(members[index].Value, input.Text, StringComparison.Ordinal))
                return new EnumValue(input.Range, index);
        }

        string[] values = [.. members.Select(member => member.Value)];
        var meant = Suggestion.Closest(input.Text, values);
        var hint = Suggestion.Hint(meant);
        if (hint.Length == 0 && values.Length is > 0 and <= MostMembersNamed)
            hint = $" Write {Quoted.Choice(values)}.";
        var diagnostic = FieldErrors.NotAMember(source.File, input.Range, input.Text, type.TypeName, hint);
        diagnostics.Add(meant is null || !input.IsText
            ? diagnostic
            : diagnostic.Offering(
                WrittenValue.Replace(source.Text.AsSpan(input.Scalar.Span.Start, input.Scalar.Span.Length), input.Text, meant),
                Suggestion.IsOnlyOne(input.Text, meant, values)));
        return null;
    }

    /// <summary>A whole number can be a slug: an article about a year.</summary>
    private FieldValue? ReadReference(in ScalarInput input) =>
        (input.IsText || input.IsInteger) && !string.IsNullOrWhiteSpace(input.Text)
            ? new ReferenceValue(input.Range, input.Text)
            : Wrong(input);

    private FieldValue? ReadFile(in ScalarInput input)
    {
        if (!input.IsText)
            return Wrong(input, advice: " Put it in quotes.");
        var kind = input.Field.Type is ScalarFieldType { Kind: ScalarKind.Image } ? "Image" : "File";
        var fault = "";
        if (string.IsNullOrWhiteSpace(input.Text))
            fault = "is not a path. Name a file, or leave the field out.";
        else if (UriText.LengthOfScheme(input.Text) > 1 && !UriText.IsOnWeb(input.Text))
            fault = "is neither a path nor an address that begins with https://.";
        else if (UriText.IsOnWeb(input.Text) && !IsWellFormed(input.Text))
            fault = "is not a valid address.";
        if (fault.Length == 0)
            return new FileValue(input.Range, input.Text);
        diagnostics.Add(FieldErrors.BadFile(source.File, input.Range, kind, input.Text, fault));
        return null;
    }

    private static bool IsWellFormed(string text) =>
        UriText.IsAbsolute(text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text);

    /// <param name="fault">Said behind what the value is.</param>
    /// <param name="advice">A sentence that begins with a space.</param>
    private FieldValue? Wrong(in ScalarInput input, string fault = "", string advice = "")
    {
        var actual = FieldExpectation.Actual(input.Scalar) + fault;
        diagnostics.Add(FieldErrors.WrongType(source.File, input.Range, input.Label, FieldExpectation.Of(input.Field), actual, advice));
        return null;
    }

    /// <summary>An escape can write one; UTF-8, and so the catalog, has no form for it.</summary>
    private static char? FindLoneSurrogate(string text)
    {
        var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                return text[index];
            index++;
        }

        return null;
    }

    private FieldValue? ReadInt(in ScalarInput input)
    {
        if (!input.IsInteger)
            return Wrong(input, advice: AdviceToUnquote(input, NumberText.TryReadInteger(input.Text, out _)));
        if (NumberText.TryReadInteger(input.Text, out var value))
        {
            return value >= int.MinValue && value <= int.MaxValue
                ? new IntegerValue(input.Range, (int)value)
                : Wrong(input, ", beyond the 32 bits of an int");
        }

        return Wrong(input, input.AsText ? "" : ", beyond the 32 bits of an int");
    }

    private FieldValue? ReadNumber(in ScalarInput input)
    {
        var isNumber = NumberText.TryReadNumber(input.Text, out var value);
        if (!input.IsNumber)
            return Wrong(input, advice: AdviceToUnquote(input, isNumber));
        return isNumber
            ? new NumberValue(input.Range, value)
            : Wrong(input, input.AsText ? "" : ", which is not finite");
    }

    private FieldValue? ReadDecimal(in ScalarInput input)
    {
        var isDecimal = NumberText.TryReadDecimal(input.Text, out var value);
        if (!input.IsNumber)
            return Wrong(input, advice: AdviceToUnquote(input, isDecimal));
        return isDecimal
            ? new DecimalValue(input.Range, value)
            : Wrong(input, input.AsText ? "" : ", which a decimal cannot hold exactly");
    }

    private FieldValue? ReadBool(in ScalarInput input)
    {
        var isBool = bool.TryParse(input.Text, out var value);
        if (isBool && (input.AsText || input.Scalar.Kind == MetadataKind.Boolean))
            return new BooleanValue(input.Range, value);
        return Wrong(input, advice: isBool ? AdviceToUnquote(input, isBool) : Suggestion.Hint(TruthValue(input.Text)));
    }

    /// <summary>What YAML took for truth values before 1.2.</summary>
    private static string? TruthValue(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" => "true",
        "no" or "off" or "n" => "false",
        _ => null,
    };

    /// <summary>Only where the quotes are all that is wrong.</summary>
    private string AdviceToUnquote(in ScalarInput input, bool wouldDo) =>
        wouldDo && input.Scalar.Kind == MetadataKind.String
        && input.Scalar.Span.Start < source.Text.Length && source.Text[input.Scalar.Span.Start] is '"' or '\''
            ? " Write it without quotes."
            : "";

    private FieldValue? ReadDate(in ScalarInput input)
    {
        // A year alone is a number for YAML.
        if (!input.IsDate)
            return Wrong(input, advice: input.Format is { } written && DateText.ReadDate(input.Text, written, out _) == DateFault.None ? " Put it in quotes." : "");
        var fault = input.Format is { } format
            ? DateText.ReadDate(input.Text, format, out var date)
            : DateText.ReadDate(input.Text, out date);
        return fault == DateFault.None ? new DateValue(input.Range, date) : Wrong(input, fault);
    }

    private FieldValue? ReadDateTime(in ScalarInput input)
    {
        if (!input.IsDate)
            return Wrong(input);
        var fault = input.Format is { } format
            ? DateText.ReadDateTime(input.Text, format, out var value)
            : DateText.ReadDateTime(input.Text, out value);
        return fault == DateFault.None ? new DateTimeValue(input.Range, value) : Wrong(input, fault);
    }

    private FieldValue? Wrong(in ScalarInput input, DateFault fault) => fault switch
    {
        DateFault.Impossible => Wrong(input, ", which does not exist"),
        DateFault.HasTime => Wrong(input, ", which has a time of day", " Leave the time out, or declare the field as a datetime."),
        DateFault.NoTime => Wrong(input, ", which has no time of day", " Add the time and the offset, or declare the field as a date."),
        DateFault.NoOffset when input.Format is not null => Wrong(input, ", which has no offset from UTC", " Add it to the value and as 'zzz' to the format."),
        DateFault.NoOffset => Wrong(input, ", which has no offset from UTC", " Add one, such as Z or +01:00."),
        _ => Wrong(input, advice: input.Format is null ? Suggestion.Hint(IsoDateTime.FindMeant(input.Text)) : ""),
    };
}

/// <summary>A scalar on its way to becoming a value.</summary>
/// <param name="Field">What it has to be.</param>
/// <param name="Scalar">What is written; not null.</param>
/// <param name="Range">Where.</param>
/// <param name="Label">What it is called.</param>
/// <param name="AsText">Whether everything is text here, so that text which reads as the type is of the type.</param>
internal readonly record struct ScalarInput(FieldDefinition Field, MetadataScalar Scalar, TextRange Range, FieldLabel Label, bool AsText)
{
    public string Text => Scalar.Text;

    public bool IsText => AsText || Scalar.Kind == MetadataKind.String;

    public bool IsInteger => AsText || Scalar.Kind == MetadataKind.Integer;

    public bool IsNumber => AsText || Scalar.Kind is MetadataKind.Integer or MetadataKind.Float;

    public bool IsDate => IsText || Scalar.Kind == MetadataKind.DateTime;

    /// <summary>Dates of TOML's own are in no format that a field could declare.</summary>
    public string? Format => Scalar.Kind == MetadataKind.DateTime ? null : Field.Format;
}
