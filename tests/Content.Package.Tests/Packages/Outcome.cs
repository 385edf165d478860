using System.Text.RegularExpressions;

namespace Content.Package.Tests.Packages;

/// <summary>How a command ended, and what it said.</summary>
internal sealed partial record Outcome(int ExitCode, string Output, string Directory)
{
    /// <summary>Diagnostics as printed, each as often as it was printed before the summary, with files relative to the project.</summary>
    public IReadOnlyList<string> Diagnostics =>
    [
        .. Diagnostic().Matches(Summary().Split(Output)[0]).Select(match => match.Groups["text"].Value
            .Replace(Directory + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).TrimStart()),
    ];

    /// <summary>The codes of the diagnostics, in the order of printing.</summary>
    public IReadOnlyList<string> Codes => [.. Diagnostics.Select(line => Code().Match(line).Value)];

    /// <summary>The build ended well, and with these diagnostics.</summary>
    public Outcome Passes(params string[] diagnostics) => Ends(0, diagnostics);

    /// <summary>The build failed, with these diagnostics.</summary>
    public Outcome Fails(params string[] diagnostics) => Ends(1, diagnostics);

    private Outcome Ends(int exitCode, string[] diagnostics)
    {
        Assert.True(exitCode == ExitCode, $"Ended with {ExitCode}, not {exitCode}:\n{Output}");
        Assert.True(
            diagnostics.SequenceEqual(Diagnostics),
            $"Expected:\n{string.Join('\n', diagnostics)}\nFound:\n{string.Join('\n', Diagnostics)}\nIn:\n{Output}");
        return this;
    }

    [GeneratedRegex(@"^(?<text>.*: (error|warning)( [A-Z]+[0-9]+)?: .*?)( \[[^\[\]]*(proj|sln)(::[^\]]*)?\])?$", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();

    [GeneratedRegex("^Build (succeeded|FAILED)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Summary();

    [GeneratedRegex(@"(?<=: (error|warning) )[A-Z]+[0-9]+")]
    private static partial Regex Code();
}
