using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Finds <c>[text](my file.md)</c>: a space ends the destination, so Markdown makes no link of it and readers see the brackets.
/// Only what cannot be prose is told: something that begins as a path does, or ends as a file's name.
/// </summary>
internal sealed class SpacedDestinations(ArticleFacts facts, ContentConfiguration configuration, UnfilledTemplates templates)
{
    private string text = "";
    private int bodyStart;

    /// <summary>Whether there can be any in the text.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text)
    {
        while (text.IndexOf("](", StringComparison.Ordinal) is var found and >= 0)
        {
            text = text[(found + 2)..];
            if (text.IsEmpty || text[0] is '<' or ' ')
                continue;

            // Where nothing ends one, nothing ends those that follow.
            var end = text.IndexOfAny(')', '\n');
            if (end < 0)
                return false;
            if (end > 0 && Measure(text[..end]) is var length and > 0 && text[..length].Contains(' '))
                return true;
        }

        return false;
    }

    public void Start(string text, int bodyStart)
    {
        this.text = text;
        this.bodyStart = bodyStart;
    }

    /// <summary>Looks through the brackets of neighbouring inlines.</summary>
    public void Check(BracketText brackets)
    {
        for (var index = 1; index + 1 < brackets.Length; index++)
        {
            if (!brackets.Is(index, '(') || !brackets.Is(index - 1, ']') || brackets.FindOpen(index - 1) < 0)
                continue;
            var close = brackets.FindParenthesis(index);
            if (close < 0 || brackets.GetSource(index + 1, close, text) is not { } place)
                continue;
            var length = Measure(text.AsSpan(place.Start, place.Length));
            var written = text.Substring(place.Start, length);
            if (TemplateExpression.Find(written) is { } expression)
            {
                // An expression as they are written, with spaces: to Markdown this is no link, to its author it was one.
                var destination = new TextSpan(bodyStart + place.Start, length);
                templates.Hide(destination);
                if (!IsIgnored(written))
                {
                    facts.Report(TemplateErrors.InDestination(
                        facts.File, facts.GetRange(destination), written, written.Substring(expression.Span.Start, expression.Span.Length)));
                }
            }
            else if (written.Contains(' ') && !written.Contains('\n') && IsMeant(written) && !IsIgnored(written))
            {
                var range = facts.GetRange(new TextSpan(bodyStart + place.Start, length));
                facts.Report(DestinationErrors.SpaceEndsLink(facts.File, range, written, written.Replace(" ", "%20", StringComparison.Ordinal)));
            }

            index = close;
        }
    }

    /// <summary>Whether <c>links.ignore</c> takes the text out of the checks; the patterns that do are then needed.</summary>
    private bool IsIgnored(string written)
    {
        var isIgnored = false;
        for (var index = 0; index < configuration.IgnoredLinks.Length; index++)
        {
            if (!configuration.IgnoredLinks[index].IsMatch(written))
                continue;
            isIgnored = true;
            if (!facts.NeededExclusions.Contains(index))
                facts.NeededExclusions.Add(index);
        }

        return isIgnored;
    }

    /// <summary>How much of what stands between the parentheses is the destination, without a title after it.</summary>
    private static int Measure(ReadOnlySpan<char> inner)
    {
        inner = inner.TrimEnd();
        if (inner.IsEmpty || inner[0] is '<' or ' ')
            return 0;
        if (inner[^1] is '"' or '\'' && inner[..^1].LastIndexOf(inner[^1]) is var quote and > 0 && inner[quote - 1] == ' ')
            inner = inner[..quote].TrimEnd();
        return inner.Length;
    }

    private static bool IsMeant(string written)
    {
        var end = written.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? written.AsSpan() : written.AsSpan(0, end);
        return written.StartsWith("./", StringComparison.Ordinal) || written.StartsWith("../", StringComparison.Ordinal) || written.StartsWith('/')
            || written.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || written.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || FileExtensions.IsKnown(ContentPath.ExtensionOf(path));
    }
}
