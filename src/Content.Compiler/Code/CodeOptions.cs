using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>The options that a code block can have, and what is wrong with those that one has.</summary>
internal static class CodeOptions
{
    /// <summary>What C# blocks are to the build.</summary>
    public static readonly string[] SampleModes = ["compile", "continue", "types", "run", "ignore"];

    private static readonly string[] valued = ["file", "region", "member", "title", "focus"];
    private static readonly string[] bare = ["lines", "diff", "output"];
    private static readonly string[] all = [.. valued, .. bare, .. SampleModes];

    /// <summary>Whether there is an option of this name that is written so.</summary>
    public static bool IsKnown(ReadOnlySpan<char> name, bool hasValue)
    {
        foreach (var option in all)
        {
            if (name.SequenceEqual(option))
                return hasValue ? option == "lines" || Array.IndexOf(valued, option) >= 0 : Array.IndexOf(valued, option) < 0;
        }

        return false;
    }

    /// <summary>Nobody reads the thousandth on one fence.</summary>
    private const int MostReported = 8;

    /// <summary>Reports what is wrong: unknown options, options given twice, quotes that do not close, parts of no file.</summary>
    /// <param name="fence">What stands on the fence.</param>
    /// <param name="file">The file it is written in.</param>
    /// <param name="locate">The range of a span.</param>
    /// <param name="report">Is told.</param>
    public static void Check(CodeFence fence, string file, Func<TextSpan, TextRange> locate, Action<Diagnostic> report)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var left = MostReported;
        string? mode = null;
        string? part = null;
        foreach (var option in fence.Options)
        {
            if (left == 0)
                return;
            if (Judge(option, file, locate, fence, seen, ref mode, ref part) is not { } problem)
                continue;
            report(problem);
            left--;
        }
    }

    private static Diagnostic? Judge(
        CodeOption option, string file, Func<TextSpan, TextRange> locate, CodeFence fence, HashSet<string> seen, ref string? mode, ref string? part)
    {
        Diagnostic Bad(string problem) => InclusionErrors.BadOption(file, locate(option.Span), problem);
        if (option.Name == "{}")
        {
            // What Markdown's own attributes look like is theirs: {.class #id key=value}.
            var isAttributes = option.Value!.AsSpan().TrimStart() is [var first, ..] && !char.IsAsciiDigit(first) && first is not ('-' or ',');
            if (isAttributes)
                return null;
            if (!option.IsClosed)
                return Bad("The brace that opens here never closes. Write the lines to mark as in '{1,3-5}'.");
            if (LineNumbers.Parse(option.Value!) is null)
                return Bad($"{Quoted.Text(option.Value!)} is not a list of line numbers. Write the lines to mark as in '{{1,3-5}}'.");
            return seen.Add("{}") ? null : Bad("The lines to mark are given twice. Write them as one: '{1,3-5}'.");
        }

        if (Array.IndexOf(all, option.Name) < 0)
            return InclusionErrors.UnknownOption(file, locate(option.NameSpan), option.Name, Suggestion.Closest(option.Name, all), $"Options are {Quoted.Choice(all)}.");
        if (!option.IsClosed)
            return Bad("The quote that opens here never closes on this line. Close it.");
        if (!seen.Add(option.Name))
            return Bad($"The option {Quoted.Text(option.Name)} is given twice. Remove one.");
        if (Array.IndexOf(valued, option.Name) >= 0 && string.IsNullOrEmpty(option.Value))
            return Bad($"The option {Quoted.Text(option.Name)} needs a value: '{option.Name}=...'.");
        if (option.Value is not null && Array.IndexOf(valued, option.Name) < 0 && option.Name != "lines")
            return Bad($"The option {Quoted.Text(option.Name)} has no value. Write it alone.");
        if (option.Name is "region" or "member" || option is { Name: "lines", Value: not null })
        {
            if (fence.Find("file") is null)
                return Bad($"The option {Quoted.Text(option.Name)} takes a part of a file, but no file is named. Add 'file=...'.");
            if (part is not null)
                return Bad($"The block takes {Quoted.Text(part)} and {Quoted.Text(option.Name)} at the same time. Remove one.");
            part = option.Name;
        }

        if (option.Name == "focus" && LineNumbers.Parse(option.Value!) is null)
            return Bad($"{Quoted.Text(option.Value!)} is not a list of line numbers. Write them as in 'focus=2-4'.");
        if (Array.IndexOf(SampleModes, option.Name) < 0)
            return null;
        if (!fence.IsCSharp && option.Name != "ignore")
            return Bad($"The option {Quoted.Text(option.Name)} is for blocks of C#, and this one is {Quoted.Text(fence.Language)}.");
        if (mode is not null)
            return Bad($"The block says {Quoted.Text(mode)} and {Quoted.Text(option.Name)} at the same time. Remove one.");
        mode = option.Name;
        return null;
    }
}
