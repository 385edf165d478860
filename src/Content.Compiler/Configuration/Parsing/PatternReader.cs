using System.Text.RegularExpressions;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Compiles regular expressions, with the engine that never backtracks: no article can make one run for long.</summary>
internal static class PatternReader
{
    private const int Longest = 4_000;
    private const int LongestReason = 300;

    public static Regex? Read(ConfigurationInput input, MetadataNode node, string name)
    {
        if (input.Text(node, name) is not { } text)
            return null;
        string reason;
        if (text.Text.Length > Longest)
        {
            reason = "It is too long.";
        }
        else
        {
            try
            {
                return new Regex(text.Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            catch (RegexParseException refusal)
            {
                reason = AfterPattern(refusal, text.Text);
            }
            catch (NotSupportedException refusal)
            {
                reason = refusal.Message;
            }
        }

        input.Report(text.Span, $"{name} must be a regular expression that runs without backtracking, but is {Quoted.Text(text.Text)}. {MessageText.OneLine(reason, LongestReason)}");
        return null;
    }

    /// <summary>The engine's message without the pattern, which it repeats before the reason.</summary>
    private static string AfterPattern(RegexParseException refusal, string pattern)
    {
        var place = refusal.Message.IndexOf(" at offset ", Math.Min(pattern.Length, refusal.Message.Length), StringComparison.Ordinal);
        return place < 0 ? refusal.Message : "Wrong" + refusal.Message[place..];
    }
}
