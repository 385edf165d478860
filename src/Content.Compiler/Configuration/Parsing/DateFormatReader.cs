using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Checks date formats by trial: a date written in the format has to be read back as the same.</summary>
internal static class DateFormatReader
{
    /// <summary>In the past, so that a format without a year, which reads as this year, is found out.</summary>
    private static readonly DateTimeOffset sample = new(2003, 2, 5, 13, 4, 6, TimeSpan.FromHours(0));

    public static string? Read(ConfigurationInput input, MetadataNode node, ScalarKind kind)
    {
        if (input.Text(node, "'format'") is not { } text)
            return null;
        var problem = kind == ScalarKind.Date ? TryDate(text.Text) : TryDateTime(text.Text);
        if (problem is null)
            return text.Text;
        var example = kind == ScalarKind.Date ? "MM/dd/yyyy" : "yyyy-MM-dd HH:mm zzz";
        input.Report(text.Span, $"'format' must be a .NET format for a {TypeTable.NameOf(kind)} such as '{example}', but {Quoted.Text(text.Text)} {problem}.");
        return null;
    }

    private static string? TryDate(string format)
    {
        var date = DateOnly.FromDateTime(sample.Date);
        try
        {
            var written = date.ToString(format, CultureInfo.InvariantCulture);
            if (!DateOnly.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var back))
                return "cannot be read back";
            return back.Year == date.Year ? null : "has no year";
        }
        catch (FormatException)
        {
            return "is not one";
        }
    }

    private static string? TryDateTime(string format)
    {
        try
        {
            var written = sample.ToString(format, CultureInfo.InvariantCulture);
            if (!DateTime.TryParseExact(written, format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var back))
                return "cannot be read back";
            if (back.Kind == DateTimeKind.Unspecified && format is not ("r" or "R" or "u"))
                return "has no offset from UTC";
            return back.Year == sample.Year ? null : "has no year";
        }
        catch (FormatException)
        {
            return "is not one";
        }
    }
}
