using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Reads <c>content-ignore CONTENT2001 reason</c> and <c>content-ignore-file</c> in comments.</summary>
internal static class SuppressionComment
{
    private const string Keyword = "content-ignore";
    private const string ForFile = "-file";

    /// <summary>Takes note of what the comment suppresses, if it is there for that.</summary>
    /// <param name="text">What stands in the comment.</param>
    /// <param name="span">The comment in the file.</param>
    /// <param name="isFirst">Whether no block stands before it.</param>
    /// <param name="facts">Takes what is found.</param>
    public static void Read(ReadOnlySpan<char> text, TextSpan span, bool isFirst, ArticleFacts facts)
    {
        var rest = text.Trim();
        if (!rest.StartsWith(Keyword, StringComparison.Ordinal))
            return;
        rest = rest[Keyword.Length..];
        var isForFile = rest.StartsWith(ForFile, StringComparison.Ordinal);
        if (isForFile)
            rest = rest[ForFile.Length..];
        if (!rest.IsEmpty && !char.IsWhiteSpace(rest[0]))
            return;

        var range = facts.GetRange(span);
        if (isForFile && !isFirst)
        {
            Report("for the whole file it has to come before the first block.");
            return;
        }

        var codes = new List<string>();
        var behind = rest;
        while (NextWord(ref rest) is { IsEmpty: false } word)
        {
            var code = word.ToString().ToUpperInvariant();
            if (DiagnosticCatalog.Find(code) is null)
            {
                if (codes.Count == 0)
                {
                    Report(NameNoCode(word.ToString(), code));
                    return;
                }

                break;
            }

            codes.Add(code);
            behind = rest;
        }

        if (codes.Count == 0)
            Report("it names no code.");
        var reason = behind.Trim(" \t\r\n,:").ToString();
        foreach (var code in codes)
            facts.Suppressions.Add(new Suppression(code, isForFile ? 0 : range.EndLine + 1, range, reason));

        void Report(string why) => facts.Report(SuppressionErrors.Invalid(facts.File, range, why));
    }

    private static string NameNoCode(string written, string code)
    {
        var near = Suggestion.Closest(code, DiagnosticCatalog.All.Select(descriptor => descriptor.Code));
        return code.StartsWith("CONTENT", StringComparison.Ordinal)
            ? $"there is no code {Quoted.Text(written)}.{Suggestion.Hint(near)}"
            : "it names no code.";
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" \t\r\n,");
        var end = 0;
        while (end < rest.Length && !char.IsWhiteSpace(rest[end]) && rest[end] is not (',' or ':'))
            end++;
        var word = rest[..end];
        rest = rest[end..];
        return word;
    }
}
