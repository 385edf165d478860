using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Entries;
using Content.Compiler.Text;

namespace Content.Compiler.Application;

/// <summary>The addresses that the site has ever had: <c>content.urls.txt</c>, a line each, sorted, so that two branches that add some merge.</summary>
internal static class PublishedAddresses
{
    public const string FileName = "content.urls.txt";

    private const string Heading =
        """
        # The published addresses of this site. One that no article and no alias answers any more is CONTENT4004.
        # 'dotnet build -t:AcceptContentUrls' writes this file.

        """;

    /// <summary>The addresses with their lines; empty lines and those that begin with <c>#</c> say nothing.</summary>
    public static IEnumerable<(string Address, TextRange Range)> Parse(SourceText text)
    {
        var line = 0;
        foreach (var range in EnumerateLines(text.Text))
        {
            line++;
            var written = text.Text[range].Trim();
            if (written.Length > 0 && written[0] != '#')
                yield return (written, new TextRange(line, 1, line, 1 + text.Text[range].TrimEnd().Length));
        }
    }

    /// <summary>The file: each address once, in ordinal order.</summary>
    public static byte[] Write(IEnumerable<string> addresses)
    {
        var text = new StringBuilder(Heading.ReplaceLineEndings("\n"));
        foreach (var address in addresses.DistinctBy(UrlText.Key).Order(StringComparer.Ordinal))
            text.Append(address).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static ImmutableArray<Range> EnumerateLines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<Range>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            lines.Add(start..(end < 0 ? text.Length : end));
            start = end < 0 ? text.Length : end + 1;
        }

        return lines.ToImmutable();
    }
}
