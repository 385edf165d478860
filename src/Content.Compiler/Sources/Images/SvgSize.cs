using System.Globalization;

namespace Content.Compiler.Sources.Images;

/// <summary>The size of an SVG by the attributes of its root: what width and height leave open follows from the viewBox.</summary>
internal static class SvgSize
{
    public static ImageReading Of(string? writtenWidth, string? writtenHeight, string? viewBox)
    {
        var width = Length(writtenWidth);
        var height = Length(writtenHeight);
        if (width is { } w && height is { } h)
            return Rounded(w, h);
        if (ViewBox(viewBox) is not var (boxWidth, boxHeight))
            return ImageReading.Failed("is an SVG without width and height or a viewBox.");
        if (width is { } given)
            return Rounded(given, given * boxHeight / boxWidth);
        return height is { } tall ? Rounded(tall * boxWidth / boxHeight, tall) : Rounded(boxWidth, boxHeight);
    }

    private static ImageReading Rounded(double width, double height) => ImageReading.Of(Round(width), Round(height));

    private static int Round(double length) => (int)Math.Clamp(Math.Round(length, MidpointRounding.AwayFromZero), length > 0 ? 1 : 0, int.MaxValue);

    /// <summary>In CSS pixels; null for what depends on where the image stands, such as 100%.</summary>
    private static double? Length(string? written)
    {
        var text = written.AsSpan().Trim();
        var digits = text.Length;
        while (digits > 0 && (char.IsAsciiLetter(text[digits - 1]) || text[digits - 1] == '%'))
            digits--;
        double? pixels = text[digits..] switch
        {
            "" or "px" => 1,
            "pt" => 96.0 / 72,
            "pc" => 16,
            "in" => 96,
            "cm" => 96 / 2.54,
            "mm" => 96 / 25.4,
            "em" or "rem" => 16,
            _ => null,
        };
        return pixels is { } factor && Number(text[..digits]) is { } number and > 0 ? number * factor : null;
    }

    private static (double Width, double Height)? ViewBox(string? written)
    {
        Span<double> numbers = stackalloc double[4];
        var count = 0;
        foreach (var part in (written ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (count == 4 || Number(part) is not { } number)
                return null;
            numbers[count++] = number;
        }

        return count == 4 && numbers[2] > 0 && numbers[3] > 0 ? (numbers[2], numbers[3]) : null;
    }

    private static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
