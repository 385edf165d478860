using Content.Compiler.Configuration;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Configuration;

/// <summary>A content.json that nobody wrote by hand: read soon, and what is wrong with it is said at its place.</summary>
public sealed class HostileConfigurationTests
{
    public static TheoryData<string, string[]> Inputs => new()
    {
        { Repeat("[", 1_000_000), ["CONTENT0002"] },
        { Repeat("{\"collections\":", 100_000), ["CONTENT0002"] },
        { "{ \"root\": \"" + Repeat("x", 10_000_000) + "\" }", [] },
        { "{ \"site\": \"https://example.org/" + Repeat("x", 10_000_000) + "\" }", [] },
        { "{" + string.Join(",", Enumerable.Range(0, 100_000).Select(index => $"\"key{index}\": 1")) + "}", ["CONTENT0003"] },
        { "{ \"enums\": { \"Tag\": [" + string.Join(",", Enumerable.Range(0, 100_000).Select(index => $"\"v{index}\"")) + "] } }", [] },
        { "{ \"enums\": { \"Tag\": [" + Repeat("\"a\",", 100_000) + "\"a\"] } }", ["CONTENT0003"] },
        { Collection("\"fields\": {" + string.Join(",", Enumerable.Range(0, 20_000).Select(index => $"\"key{index}\": \"string\"")) + "}"), [] },
        { Collection("\"fields\": {" + string.Join(",", Enumerable.Range(0, 20_000).Select(index => $"\"key{index}\": \"strin\"")) + "}"), ["CONTENT0003"] },
        { Collection("\"url\": \"/" + Repeat("{slug}", 100_000) + "\""), [] },
        { Collection("\"url\": \"/" + Repeat("{", 1_000_000) + "\""), ["CONTENT0003"] },
        { Collection("\"order\": \"" + Repeat("a,", 100_000) + "\""), ["CONTENT0003"] },
        { Collection("\"body\": \"" + Repeat(":not(", 100_000) + "\""), ["CONTENT0003"] },
        { Collection("\"body\": \"" + Repeat("a ", 1_000_000) + "\""), ["CONTENT0003"] },
        { Collection("\"fields\": { \"a\": { \"type\": \"string\", \"pattern\": \"" + Repeat("(", 100_000) + "\" } }"), ["CONTENT0003"] },
        { Collection("\"fields\": { \"a\": { \"type\": \"string\", \"pattern\": \"" + Repeat("(a", 900) + Repeat(")*", 900) + "\" } }"), [] },
        { Collection("\"fields\": { \"a\": { \"type\": \"string\", \"pattern\": \"(a{1,1000}){1,1000}\" } }"), ["CONTENT0003"] },
        { Collection("\"fields\": " + Repeat("{ \"a\": { \"type\": \"object\", \"fields\": ", 10_000)), ["CONTENT0002"] },
        { "{ \"collections\": {" + string.Join(",", Enumerable.Range(0, 2_000).Select(index => $"\"c{index}\": {{ \"type\": \"T{index}\", \"files\": \"{index}/*.md\", \"fields\": {{ \"next\": \"T{(index + 1) % 2_000}\" }} }}")) + "} }", ["CONTENT0003"] },
    };

    [Theory]
    [MemberData(nameof(Inputs), DisableDiscoveryEnumeration = true)]
    public void It_is_read_soon(string text, string[] codes)
    {
        var reading = ConfigurationReader.Read(new SourceText("content.json", text));
        Assert.Equal(codes, reading.Diagnostics.Select(diagnostic => diagnostic.Code).Distinct());
        Assert.All(reading.Diagnostics, diagnostic => Assert.InRange(diagnostic.Message.Length, 1, 3_000));
    }

    [Theory]
    [InlineData("{a,b}", 60)]
    [InlineData("**/", 2_000)]
    [InlineData("*a", 2_000)]
    public void Globs_match_soon(string piece, int count)
    {
        var reading = ConfigurationReader.Read(new SourceText("content.json", Collection("").Replace("*.md", Repeat(piece, count) + "x", StringComparison.Ordinal)));
        Assert.Empty(reading.Diagnostics);
        Assert.False(reading.Configuration.Collections[0].Files.IsMatch(Repeat("a/", 500) + Repeat("a", 500)));
    }

    private static string Collection(string options) =>
        "{ \"collections\": { \"posts\": { \"type\": \"Post\", \"files\": \"*.md\"" + (options.Length > 0 ? ", " + options : "") + " } } }";

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
