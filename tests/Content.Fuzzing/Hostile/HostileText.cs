using System.Text;

namespace Content.Fuzzing.Hostile;

/// <summary>A kind of text that is made to take long, in any size.</summary>
/// <param name="Name">What it is made of.</param>
/// <param name="Extension">Of the file that it stands in, with its dot.</param>
/// <param name="Make">The text, of about as many characters as asked for.</param>
public sealed record HostileText(string Name, string Extension, Func<int, string> Make)
{
    /// <summary>One piece again and again.</summary>
    public static Func<int, string> Repeated(string piece, string before = "", string after = "") => size =>
    {
        var count = Math.Max(1, size / piece.Length);
        return new StringBuilder(before, before.Length + (count * piece.Length) + after.Length).Insert(before.Length, piece, count).Append(after).ToString();
    };

    /// <summary>One piece again and again, and then its counterpart as often.</summary>
    public static Func<int, string> Nested(string open, string close, string inside = "x") => size =>
    {
        var count = Math.Max(1, size / (open.Length + close.Length));
        return new StringBuilder().Insert(0, open, count).Append(inside).Insert((open.Length * count) + inside.Length, close, count).ToString();
    };

    /// <summary>Pieces that differ by their number.</summary>
    public static Func<int, string> Numbered(Func<int, string> piece, string before = "", string after = "") => size =>
    {
        var text = new StringBuilder(before);
        for (var number = 0; text.Length < size; number++)
            text.Append(piece(number));
        return text.Append(after).ToString();
    };

    /// <summary>Two halves, one after the other.</summary>
    public static Func<int, string> Halves(Func<int, string> first, Func<int, string> second) => size => first(size / 2) + second(size / 2);
}
