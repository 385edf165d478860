using System.Text.Json;
using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.FrontMatter.Toml;
using Content.Compiler.FrontMatter.Yaml;
using Content.Compiler.Text;
using CsCheck;
using SharpYaml;
using SharpYaml.Model;
using Tomlyn;
using TomlModel = Tomlyn.Model.TomlTable;

namespace Content.Compiler.Tests.FrontMatter.Libraries;

/// <summary>
/// Text made of the pieces that their languages are made of: what a library reads we read alike, and what it refuses we refuse.
/// Most of it is wrong somewhere, which is the point.
/// </summary>
public sealed class LibraryAgreementTests
{
    private static readonly Gen<string> json = Text(
        "{", "}", "[", "]", ":", ",", "\"a\"", "\"b\"", "\"é😀\"", "\"\\u00e9\\n\\/\"", "\"\\ud83d\\ude00\"", "\"\"", "0", "-1", "1.5e3", "01", "1e400", "true", "null", "\n", " ", "\t",
        "{\"a\":1}", "{\"b\": [1, {}]}", "[]", "{\"a\": \"b\", \"c\": ");

    private static readonly Gen<string> yaml = Text(
        "a: ", "b: ", "c:", "'d e': ", "- ", "-", "\n", "\n  ", "\n    ", "\n", "\n- ", "\n  - ", "\na: ", "\nb: ", "\n  b: ", "\n\n", "x", "x y", "1", "1.5", "true", "~", "\"q\\tr\"", "'it''s'",
        "[1, a b, 'c']", "[", "]", "{a: 1}", "{", "}", ", ", "# c", " # c", "|\n  t\n  u", ">-\n  t\n  u\n", "é😀", "http://x.y/z", "2026-11-23", "x:y", "x#y", "!", "%", "@", "\t", "\"", "'", ": ", ":",
        "\r\n", "a: x\nb: y\n", "a:\n  b: c\n", "a:\n- b\n- c\n",
        "[c#, x#y]", "\"a\\\"b\\n\\\\\"", "\"\\\"\"", "a: >\n  t\n  u\n\n  v\nb: x\n", "a: |-\n   t\n\n     u\n\n", "a: >-\n  t\nb: |\n  u\n", ">", "|-", "a: x\n  y z\n  w\nb: x\n", "\n  more text", "a: x y\r\n  z\r\n", "- x\n  y\n", "\n\n  u",
        "?");

    private static readonly Gen<string> toml = Text(
        "a = ", "b = ", "c.d = ", "'e f' = ", "\"g\" = ", "\n", "\n[t]\n", "\n[t.u]\n", "\n[[l]]\n", "\n[t.v.w]\n", "1", "1_000", "0x1F", "0o7", "0b1", "+1", "-1.5", "1e3", "inf", "true", "\"x\\ty\"", "'x\\y'",
        "\"\"\"\nx\ny\"\"\"", "'''x'''", "[1, 2]", "[\n1,\n]", "{ a = 1, b.c = 2 }", "2026-11-23", "2026-11-23T09:30:00Z", "09:30:00", " # c", "é", "\"é😀\"", "=", "[", "]", ",", "\r\n", "a = 1\n", "b = \"x\"\n");

    [Fact]
    public void JSON_is_what_System_Text_Json_reads() => json.Sample(
        text =>
        {
            var ours = JsonMetadataReader.ReadWhole(new SourceText("a.json", text), JsonDialect.Strict);
            if (ReadJson(text) is not { } expected)
                Assert.True(ours.IsBroken || ours.Root is null, "accepted: " + text);
            else if (ours.Errors.IsEmpty)
                Assert.Equal(expected, LibraryReading.OfJson(ours.Root));
            else
                Assert.All(ours.Errors, error => Assert.Equal(MetadataErrorKind.DuplicateKey, error.Kind));
        },
        iter: 20_000);

    [Fact]
    public void YAML_is_what_SharpYaml_reads() => yaml.Sample(
        text =>
        {
            var ours = YamlMetadataReader.Read(new SourceText("a.yml", text), 0, text.Length);
            var (isRead, expected) = ReadYaml(text);

            // A blank line that holds a tab is blank to us, and an error to SharpYaml; whether indentation at the very end is text of a block is moot.
            if (text.Contains('\t', StringComparison.Ordinal) || text.EndsWith(' '))
                return;
            if (!isRead)
                Assert.True(ours.Errors.Length > 0, "accepted: " + text);
            else if (ours.Errors.IsEmpty && expected is YamlMapping)
                Assert.Equal(LibraryReading.Of(expected), LibraryReading.OfYaml(ours.Root));
        },
        iter: 20_000);

    [Fact]
    public void YAML_that_is_simple_is_read_as_in_full() => yaml.Sample(IsReadAsInFull, iter: 20_000);

    /// <summary>Found by the random texts: a tab in a line that could end the text of a block.</summary>
    [Theory]
    [InlineData("a: |\n  u\n\t\n    \n    \n")]
    [InlineData("a: >-\n  t\nb: |\n  u\n\t\n    \n    \n")]
    [InlineData("a: |\n  u\n \t\nb: x\n")]
    public void YAML_with_a_tab_below_a_block_is_read_as_in_full(string text) => IsReadAsInFull(text);

    private static void IsReadAsInFull(string text)
    {
        var source = new SourceText("a.yml", text);
        if (new YamlSimpleParser(source, 0, text.Length).Read() is not { } simple)
            return;
        var full = YamlMetadataReader.ReadInFull(source, 0, text.Length);
        Assert.DoesNotContain(full.Errors, error => error.Kind == MetadataErrorKind.Syntax);
        Assert.Equal(MetadataText.Of(full.Root), MetadataText.Of(simple));
        Assert.Equal(MetadataText.All(full.Root).Select(node => node.Span), MetadataText.All(simple).Select(node => node.Span));
    }

    [Fact]
    public void TOML_is_what_Tomlyn_reads() => toml.Sample(
        text =>
        {
            var ours = TomlMetadataReader.Read(new SourceText("a.toml", text), 0, text.Length);

            // Tomlyn's model loses items of a list of tables that others stand between.
            if (text.Split("[[l]]").Length > 2)
                return;
            if (ReadToml(text) is not { } expected)
                Assert.True(ours.Errors.Length > 0, "accepted: " + text);
            else if (ours.Errors.IsEmpty)
                Assert.Equal(LibraryReading.Of((object)expected), LibraryReading.OfToml(ours.Root));
            else // Tomlyn lets some keys and tables be given twice, which TOML forbids
                Assert.All(ours.Errors, error => Assert.True(error.Kind == MetadataErrorKind.DuplicateKey, "refused: " + text + error.Message));
        },
        iter: 20_000);

    private static Gen<string> Text(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[1, 14].Select(chosen => string.Concat(chosen));

    private static string? ReadJson(string text)
    {
        try
        {
            using var read = JsonDocument.Parse(text);
            return LibraryReading.Of(read.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (bool IsRead, YamlElement? Root) ReadYaml(string text)
    {
        try
        {
            var stream = YamlStream.Load(new StringReader(text));
            return (true, stream.Count == 0 ? null : stream[0].Contents);
        }
        catch (YamlException)
        {
            return (false, null);
        }
    }

    private static TomlModel? ReadToml(string text)
    {
        try
        {
            return TomlSerializer.Deserialize<TomlModel>(text);
        }
        catch (TomlException)
        {
            return null;
        }
    }
}
