using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads the options of a field that narrow its values, each held against the field's type.</summary>
internal sealed class ConstraintReader(ConfigurationInput input, bool isNested)
{
    private const string Numbers = "numbers and dates";
    private const string Lengths = "text and lists";
    private const string Texts = "text (string, uri and email)";

    /// <summary><paramref name="field"/> with the constraints that <paramref name="options"/> give it.</summary>
    public FieldDefinition Read(FieldDefinition field, MetadataMapping options)
    {
        foreach (var option in options.Properties)
        {
            if (FindLimit(field, option.Key) is { } limit)
                input.Report(option.KeySpan, $"'{option.Key}' is for {limit}, but {Quoted.Text(field.Key)} is {TypeTable.Describe(field)}.{Instead(field, option.Key)}");
            else
                field = Read(field, option);
        }

        CheckBounds(field, options);
        return field;
    }

    private FieldDefinition Read(FieldDefinition field, MetadataProperty option) => option.Key switch
    {
        "min" when IsDate(field) => field with { Earliest = DefaultReader.ReadDate(input, field.Type, option) },
        "max" when IsDate(field) => field with { Latest = DefaultReader.ReadDate(input, field.Type, option) },
        "min" => field with { Min = Number(field, option) },
        "max" => field with { Max = Number(field, option) },
        "minLength" => field with { MinLength = Length(option) },
        "maxLength" => field with { MaxLength = Length(option) },
        "pattern" => field with { Pattern = PatternReader.Read(input, option.Value, "'pattern'") },
        "maxAge" => field with { MaxAge = Age(option) },
        "unique" => field with { IsUnique = input.Flag(option.Value, "'unique'") },
        "from" => field with { From = SelectorReader.ReadExtraction(input, option.Value) },
        "match" => field with { Match = PatternReader.Read(input, option.Value, "'match'") },
        "format" => field with { Format = DateFormatReader.Read(input, option.Value, ((ScalarFieldType)field.Type).Kind) },
        _ => field,
    };

    /// <summary>What the option is for, where this field is something else.</summary>
    private string? FindLimit(FieldDefinition field, string option) => option switch
    {
        "min" or "max" => IsNumber(field) || IsDate(field) ? null : Numbers,
        "minLength" or "maxLength" => field.IsList || IsText(field) ? null : Lengths,
        "pattern" => IsText(field) ? null : Texts,
        "format" or "maxAge" => IsDate(field) ? null : "dates",
        "unique" => isNested || field.IsList || field.Type is ObjectFieldType ? "single values of the entry itself" : null,
        "from" => isNested || field.Type is ObjectFieldType ? "fields of the entry itself" : null,
        "match" => field.Type is ObjectFieldType ? "single values and lists of them" : null,
        "fields" => field.Type is ObjectFieldType ? null : "fields of type 'object'",
        _ => null,
    };

    private string Instead(FieldDefinition field, string option) => option switch
    {
        "min" or "max" when FindLimit(field, option + "Length") is null => Suggestion.Hint(option + "Length"),
        "minLength" or "maxLength" when FindLimit(field, option[..3]) is null => Suggestion.Hint(option[..3]),
        _ => "",
    };

    private decimal? Number(FieldDefinition field, MetadataProperty option)
    {
        var isInt = field.Type is ScalarFieldType { Kind: ScalarKind.Int };
        var expected = isInt ? "a whole number" : "a number";
        if (option.Value is not MetadataScalar { Kind: MetadataKind.Integer or MetadataKind.Float } number
            || (isInt && number.Kind != MetadataKind.Integer))
        {
            input.ReportShape(option.Value, $"'{option.Key}'", expected);
            return null;
        }

        if (decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && (!isInt || value is >= int.MinValue and <= int.MaxValue))
        {
            return value;
        }

        input.Report(number.Span, $"'{option.Key}' is {MessageText.OneLine(number.Text)}, which is more than {(isInt ? "an int" : "a bound")} can hold.");
        return null;
    }

    private int? Length(MetadataProperty option)
    {
        if (option.Value is MetadataScalar { Kind: MetadataKind.Integer } number
            && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return length;
        }

        input.ReportShape(option.Value, $"'{option.Key}'", "a whole number from 0 on");
        return null;
    }

    private FieldAge? Age(MetadataProperty option)
    {
        if (input.Text(option.Value, "'maxAge'") is not { } text)
            return null;
        var parts = text.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            && Enum.GetValues<AgeUnit>().Cast<AgeUnit?>().FirstOrDefault(unit => parts[1] == NameOf(unit!.Value) || parts[1] == NameOf(unit.Value) + "s") is { } found)
        {
            return new FieldAge(count, found);
        }

        input.Report(text.Span, $"'maxAge' must be a number of days, weeks, months or years such as '12 months', but is {Quoted.Text(text.Text)}.");
        return null;
    }

    private static string NameOf(AgeUnit unit) => unit.ToString().ToLowerInvariant();

    private void CheckBounds(FieldDefinition field, MetadataMapping options)
    {
        if (field.Min > field.Max || field.Earliest > field.Latest)
            input.Report(options.Find("max")!.Value.Span, "'max' is less than 'min', so that no value is right. Swap them, or remove one.");
        if (field.MinLength > field.MaxLength)
            input.Report(options.Find("maxLength")!.Value.Span, "'maxLength' is less than 'minLength', so that no value is right. Swap them, or remove one.");
    }

    private static bool IsNumber(FieldDefinition field) =>
        field.Type is ScalarFieldType { Kind: ScalarKind.Int or ScalarKind.Number or ScalarKind.Decimal };

    private static bool IsDate(FieldDefinition field) => field.Type is ScalarFieldType { Kind: ScalarKind.Date or ScalarKind.DateTime };

    private static bool IsText(FieldDefinition field) =>
        field.Type is ScalarFieldType { Kind: ScalarKind.String or ScalarKind.Uri or ScalarKind.Email };
}
