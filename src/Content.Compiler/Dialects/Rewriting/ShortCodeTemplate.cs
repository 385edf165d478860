using System.Net;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// HTML that stands for a short code, with <c>{0}</c> and <c>{name}</c> for what is given to it and <c>{inner}</c> for what it holds. What the
/// arguments say keeps its place, so that a link in it is checked where it is written.
/// </summary>
internal sealed class ShortCodeTemplate(TextRewriter rewriter)
{
    private const string Inner = "{inner}";

    /// <summary>The template before and behind what the short code holds.</summary>
    public static (string Before, string After, bool HoldsText) Split(string template)
    {
        var place = template.IndexOf(Inner, StringComparison.Ordinal);
        return place < 0 ? (template, "", false) : (template[..place], template[(place + Inner.Length)..], true);
    }

    /// <summary>Writes the template with the values of the short code.</summary>
    public void FillValues(ShortCode code, string template)
    {
        var done = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', open + 1))
        {
            var close = template.IndexOf('}', open);
            if (close < 0)
                break;
            var key = template[(open + 1)..close];
            if (key.Length == 0 || !key.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-'))
                continue;
            rewriter.Fill(template[done..open]);
            if (code.Get(key) is { } argument)
                FillValue(argument);
            done = close + 1;
        }

        rewriter.Fill(template[done..]);
    }

    /// <summary>A value as HTML has it; as it is written where that is the same, so that parts of it have their places, too.</summary>
    public void FillValue(ShortCodeArgument argument)
    {
        var encoded = WebUtility.HtmlEncode(argument.Value).Replace("\n", "&#10;", StringComparison.Ordinal).Replace("{", "&#123;", StringComparison.Ordinal);
        if (encoded == argument.Value && argument.Span.Length == encoded.Length)
            rewriter.Take(argument.Span);
        else
            rewriter.Fill(encoded, argument.Span);
    }
}
