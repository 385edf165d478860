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
        var reading = new ScalarReading(field, scalar, source.GetRange(scalar.Span), label, asText);
        var value = scalar.Kind == MetadataKind.String && FindLoneSurrogate(scalar.Text) is { } half
            ? Wrong(reading, string.Create(CultureInfo.InvariantCulture, $", which holds half of a character (\\u{(int)half:x4})"))
            : Convert(reading);
        return value is not null && FieldConstraints.Check(source.File, field, value, label, diagnostics) ? value : null;
    }

    private FieldValue? Convert(in ScalarReading reading) => reading.Field.Type switch
    {
        ScalarFieldType { Kind: ScalarKind.String } =>
            reading.IsText ? new TextValue(reading.Range, reading.Text) : Wrong(reading, advice: " Put it in quotes."),
        ScalarFieldType { Kind: ScalarKind.Int } => ReadInt(reading),
        ScalarFieldType { Kind: ScalarKind.Number } => ReadNumber(reading),
        ScalarFieldType { Kind: ScalarKind.Decimal } => ReadDecimal(reading),
        ScalarFieldType { Kind: ScalarKind.Bool } => ReadBool(reading),
        ScalarFieldType { Kind: ScalarKind.Date } => ReadDate(reading),
        ScalarFieldType { Kind: ScalarKind.DateTime } => ReadDateTime(reading),
        ScalarFieldType { Kind: ScalarKind.Uri } => ReadUri(reading),
        ScalarFieldType { Kind: ScalarKind.Email } =>
            reading.IsText && AddressText.IsEmail(reading.Text) ? new TextValue(reading.Range, reading.Text) : Wrong(reading),
        ScalarFieldType => ReadFile(reading),
        EnumFieldType type => ReadMember(type.Enum, reading),
        ReferenceFieldType => ReadReference(reading),
        _ => Wrong(reading),
    };

    private TextValue? ReadUri(in ScalarReading reading)
    {
        if (reading.IsText && AddressText.IsAbsoluteUri(reading.Text))
            return new TextValue(reading.Range, reading.Text);
        var isHost = reading.Text.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        return Wrong(reading, advice: isHost ? Suggestion.Hint("https://" + reading.Text) : "") as TextValue;
    }

    /// <summary>A member is text in the configuration, so whatever type its text seems to have in front matter, it is that text.</summary>
    private EnumValue? ReadMember(EnumDefinition type, in ScalarReading reading)
    {
        var members = type.Members;
        for (var index = 0; index < members.Length; index++)
        {
            if (string.Equals(members[index].Value, reading.Text, StringComparison.Ordinal))
                return new EnumValue(reading.Range, index);
        }

        string[] values = [.. members.Select(member => member.Value)];
        var hint = Suggestion.Hint(reading.Text, values);
        if (hint.Length == 0 && values.Length is > 0 and <= MostMembersNamed)
            hint = $" Write {Quoted.Choice(values)}.";
        diagnostics.Add(FieldErrors.NotAMember(source.File, reading.Range, reading.Text, type.TypeName, hint));
        return null;
    }

    /// <summary>A whole number can be a slug: an article about a year.</summary>
    private FieldValue? ReadReference(in ScalarReading reading) =>
        (reading.IsText || reading.IsInteger) && !string.IsNullOrWhiteSpace(reading.Text)
            ? new ReferenceValue(reading.Range, reading.Text)
            : Wrong(reading);

    private FieldValue? ReadFile(in ScalarReading reading)
    {
        if (!reading.IsText)
            return Wrong(reading, advice: " Put it in quotes.");
        var kind = reading.Field.Type is ScalarFieldType { Kind: ScalarKind.Image } ? "Image" : "File";
        var fault = "";
        if (string.IsNullOrWhiteSpace(reading.Text))
            fault = "is no path. Name a file, or leave the field out.";
        else if (AddressText.SchemeLength(reading.Text) > 1 && !AddressText.IsWebAddress(reading.Text))
            fault = "is neither a path nor an address that begins with https://.";
        else if (AddressText.IsWebAddress(reading.Text) && !IsWellFormed(reading.Text))
            fault = "is no address that can be read.";
        if (fault.Length == 0)
            return new FileValue(reading.Range, reading.Text);
        diagnostics.Add(FieldErrors.BadFile(source.File, reading.Range, kind, reading.Text, fault));
        return null;
    }

    private static bool IsWellFormed(string text) =>
        AddressText.IsAbsoluteUri(text.StartsWith("//", StringComparison.Ordinal) ? "https:" + text : text);

    /// <param name="fault">Said behind what the value is.</param>
    /// <param name="advice">A sentence that begins with a space.</param>
    private FieldValue? Wrong(in ScalarReading reading, string fault = "", string advice = "")
    {
        var actual = FieldExpectation.Actual(reading.Scalar) + fault;
        diagnostics.Add(FieldErrors.WrongType(source.File, reading.Range, reading.Label, FieldExpectation.Of(reading.Field), actual, advice));
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

    private FieldValue? ReadInt(in ScalarReading reading)
    {
        if (!reading.IsInteger)
            return Wrong(reading, advice: AdviceToUnquote(reading, NumberText.TryReadInteger(reading.Text, out _)));
        if (NumberText.TryReadInteger(reading.Text, out var value))
        {
            return value >= int.MinValue && value <= int.MaxValue
                ? new IntegerValue(reading.Range, (int)value)
                : Wrong(reading, ", beyond the 32 bits of an int");
        }

        return Wrong(reading, reading.AsText ? "" : ", beyond the 32 bits of an int");
    }

    private FieldValue? ReadNumber(in ScalarReading reading)
    {
        var isNumber = NumberText.TryReadNumber(reading.Text, out var value);
        if (!reading.IsNumber)
            return Wrong(reading, advice: AdviceToUnquote(reading, isNumber));
        return isNumber
            ? new NumberValue(reading.Range, value)
            : Wrong(reading, reading.AsText ? "" : ", which is not finite");
    }

    private FieldValue? ReadDecimal(in ScalarReading reading)
    {
        var isDecimal = NumberText.TryReadDecimal(reading.Text, out var value);
        if (!reading.IsNumber)
            return Wrong(reading, advice: AdviceToUnquote(reading, isDecimal));
        return isDecimal
            ? new DecimalValue(reading.Range, value)
            : Wrong(reading, reading.AsText ? "" : ", which a decimal cannot hold exactly");
    }

    private FieldValue? ReadBool(in ScalarReading reading)
    {
        var isBool = bool.TryParse(reading.Text, out var value);
        if (isBool && (reading.AsText || reading.Scalar.Kind == FrontMatter.MetadataKind.Boolean))
            return new BooleanValue(reading.Range, value);
        return Wrong(reading, advice: isBool ? AdviceToUnquote(reading, isBool) : Suggestion.Hint(TruthValue(reading.Text)));
    }

    /// <summary>What YAML took for truth values before 1.2.</summary>
    private static string? TruthValue(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "on" or "y" => "true",
        "no" or "off" or "n" => "false",
        _ => null,
    };

    /// <summary>Only where the quotes are all that is wrong.</summary>
    private string AdviceToUnquote(in ScalarReading reading, bool wouldDo) =>
        wouldDo && reading.Scalar.Kind == FrontMatter.MetadataKind.String
        && reading.Scalar.Span.Start < source.Text.Length && source.Text[reading.Scalar.Span.Start] is '"' or '\''
            ? " Write it without quotes."
            : "";

    private FieldValue? ReadDate(in ScalarReading reading)
    {
        if (!reading.IsDate)
            return Wrong(reading);
        var fault = reading.Format is { } format
            ? DateText.ReadDate(reading.Text, format, out var date)
            : DateText.ReadDate(reading.Text, out date);
        return fault == DateFault.None ? new DateValue(reading.Range, date) : Wrong(reading, fault);
    }

    private FieldValue? ReadDateTime(in ScalarReading reading)
    {
        if (!reading.IsDate)
            return Wrong(reading);
        var fault = reading.Format is { } format
            ? DateText.ReadDateTime(reading.Text, format, out var value)
            : DateText.ReadDateTime(reading.Text, out value);
        return fault == DateFault.None ? new DateTimeValue(reading.Range, value) : Wrong(reading, fault);
    }

    private FieldValue? Wrong(in ScalarReading reading, DateFault fault) => fault switch
    {
        DateFault.Impossible => Wrong(reading, ", which does not exist"),
        DateFault.HasTime => Wrong(reading, ", which has a time of day", " Leave the time out, or declare the field as a datetime."),
        DateFault.NoTime => Wrong(reading, ", which has no time of day", " Add the time and the offset, or declare the field as a date."),
        DateFault.NoOffset when reading.Format is not null => Wrong(reading, ", which has no offset from UTC", " Add it to the value and as 'zzz' to the format."),
        DateFault.NoOffset => Wrong(reading, ", which has no offset from UTC", " Add one, such as Z or +01:00."),
        _ => Wrong(reading, advice: reading.Format is null ? Suggestion.Hint(IsoMoment.FindMeant(reading.Text)) : ""),
    };
}
