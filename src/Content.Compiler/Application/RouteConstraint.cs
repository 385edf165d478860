using System.Globalization;
using System.Text.RegularExpressions;

namespace Content.Compiler.Application;

/// <summary>The constraints of routes that ASP.NET Core has: what a value must be.</summary>
internal static class RouteConstraint
{
    /// <summary>Whether the value meets <paramref name="constraint"/>, as written between the colons.</summary>
    public static bool Holds(string constraint, string value)
    {
        var open = constraint.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? constraint : constraint[..open];
        var argument = open < 0 || !constraint.EndsWith(')') ? "" : constraint[(open + 1)..^1];
        return name.ToLowerInvariant() switch
        {
            "int" => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "long" => long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
            "bool" => bool.TryParse(value, out _),
            "datetime" => DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "decimal" => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            "double" or "float" => double.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _),
            "guid" => Guid.TryParse(value, out _),
            "alpha" => value.All(char.IsAsciiLetter),
            "required" => value.Length > 0,
            "file" => IsFile(value),
            "nonfile" => !IsFile(value),
            "minlength" => !int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var least) || value.Length >= least,
            "maxlength" => !int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var most) || value.Length <= most,
            "length" => IsWithin(argument, value.Length, isExact: true),
            "min" => !TryNumber(argument, out var least) || TryNumber(value, out var number) && number >= least,
            "max" => !TryNumber(argument, out var most) || TryNumber(value, out var number) && number <= most,
            "range" => TryNumber(value, out var number) && IsWithin(argument, number, isExact: false),
            "regex" => IsMatch(argument.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal), value),
            _ => true,
        };
    }

    private static bool IsWithin(string argument, long number, bool isExact)
    {
        var comma = argument.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0)
            return !isExact || !TryNumber(argument, out var only) || number == only;
        return (!TryNumber(argument[..comma], out var least) || number >= least) && (!TryNumber(argument[(comma + 1)..], out var most) || number <= most);
    }

    private static bool TryNumber(string text, out long number) => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

    private static bool IsFile(string value) => value.LastIndexOf('.') > value.LastIndexOf('/') && !value.EndsWith('.');

    private static bool IsMatch(string pattern, string value)
    {
        try
        {
            return Regex.IsMatch(value, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        // Reason: what the program's own engine takes and this one does not, or what the program itself will refuse.
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return true;
        }
    }
}
