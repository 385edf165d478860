using System.Text;
using System.Text.Json;
using Content.Compiler.Articles.Html;
using Content.Runtime;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>
/// The tokenizer against the tests of html5lib (html5lib/LICENSE), one a line: state, last start tag, input, tokens. All that our tokenizer says is
/// compared: tags with names and attributes, comments, doctypes as such, and the text between them. What it does not say is listed here.
/// </summary>
public sealed class Html5LibTests
{
    /// <summary>States that no article is read in from its start: in these the tests go on, in the states of the key's element.</summary>
    private static readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal)
    {
        ["Data "] = "",
        ["RCDATA "] = "<title>",
        ["RCDATA textarea"] = "<textarea>",
        ["RAWTEXT "] = "<style>",
        ["RAWTEXT xmp"] = "<xmp>",
        ["Script data "] = "<script>",
        ["Script data script"] = "<script>",
        ["PLAINTEXT "] = "<plaintext>",
        ["PLAINTEXT plaintext"] = "<plaintext>",
    };

    [Fact]
    public void Tokens_are_those_of_the_standard()
    {
        var (tested, skipped) = (0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        var failures = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Articles", "Html", "html5lib", "tokenizer.jsonl")))
        {
            using var test = JsonDocument.Parse(line);
            var (key, input, expected) = ($"{test.RootElement[0].GetString()} {test.RootElement[1].GetString()}", Clean(test.RootElement[2].GetString()!), test.RootElement[3]);
            if (WhySkipped(key, expected) is { } why)
            {
                skipped[why] = skipped.GetValueOrDefault(why) + 1;
                continue;
            }

            tested++;
            var (wanted, actual) = (Wanted(expected), Tokens(prefixes[key], input));
            if (wanted != actual)
                failures.Add($"{line}\n  wanted {wanted}\n  actual {actual}");
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {tested} differ:\n" + string.Join('\n', failures.Take(20)));
        Assert.True(tested > 6_800, $"Only {tested} were tested; left out: {string.Join(", ", skipped)}");
    }

    /// <summary>Null for a test that is held against our tokenizer.</summary>
    private static string? WhySkipped(string key, JsonElement expected)
    {
        if (key.StartsWith("CDATA section", StringComparison.Ordinal))
            return "CDATA section: only where one ends is asked, and it begins in a tag's element";
        if (!prefixes.ContainsKey(key))
            return "a state in which the browser never reads an element of that name";
        foreach (var token in expected.EnumerateArray())
        {
            if (token[0].GetString() == "StartTag" && RawText.IsRaw(token[1].GetString()))
                return "an element after which the state changes, which these tests leave to others";
        }

        return null;
    }

    /// <summary>As the standard prepares what it reads, and NUL as articles are read.</summary>
    private static string Clean(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace('\0', '\ufffd');

    private static string Wanted(JsonElement expected)
    {
        var text = new StringBuilder();
        foreach (var token in expected.EnumerateArray())
        {
            switch (token[0].GetString())
            {
                case "Character":
                    text.Append(token[1].GetString()!.Replace('\0', '\ufffd'));
                    break;
                case "StartTag":
                    AppendTag(text, "<", token[1].GetString()!, token[2].EnumerateObject().Select(one => (one.Name, one.Value.GetString()!)), token.GetArrayLength() > 3);
                    break;
                case "EndTag":
                    AppendTag(text, "</", token[1].GetString()!, [], false);
                    break;
                case "Comment":
                    text.Append("\u0001!").Append(token[1].GetString()!.Replace('\0', '\ufffd')).Append('\u0002');
                    break;
                case "DOCTYPE":
                    text.Append("\u0001doctype\u0002");
                    break;
            }
        }

        return text.ToString();
    }

    private static string Tokens(string prefix, string input)
    {
        var html = prefix + input;
        var text = new StringBuilder();
        var tokens = new HtmlTokenizer(html);
        var (end, element) = (prefix.Length, prefix.Trim('<', '>'));
        if (prefix.Length > 0)
            Assert.True(tokens.MoveNext());
        while (tokens.MoveNext())
        {
            AppendText(text, html.AsSpan(end..tokens.Span.Start), element);
            (end, element) = (tokens.Span.End, "");
            var inner = html.Substring(tokens.Inner.Start, tokens.Inner.Length);
            switch (tokens.Kind)
            {
                case HtmlTokenKind.StartTag or HtmlTokenKind.EndTag when tokens.IsCutOff:
                    break;
                case HtmlTokenKind.StartTag:
                    AppendTag(text, "<", inner, Attributes(html, tokens), tokens.IsSelfClosing);
                    element = inner;
                    break;
                case HtmlTokenKind.EndTag:
                    AppendTag(text, "</", inner, [], false);
                    break;
                case HtmlTokenKind.Declaration when inner.StartsWith("doctype", StringComparison.OrdinalIgnoreCase):
                    text.Append("\u0001doctype\u0002");
                    break;
                case HtmlTokenKind.Declaration when html.AsSpan(tokens.Span.Start).StartsWith("</>"):
                    // To the standard it is nothing at all, and nobody asks ours for it.
                    break;
                default:
                    // Where the text ends in a comment, the dashes of an end that did not come are not said to belong to it or not.
                    var data = tokens.IsCutOff && tokens.Kind == HtmlTokenKind.Comment ? TrimEnd(inner) : inner;
                    text.Append("\u0001!").Append(html[tokens.Span.Start + 1] == '?' ? "?" : "").Append(data).Append('\u0002');
                    break;
            }
        }

        AppendText(text, html.AsSpan(Math.Min(end, html.Length)..), element);
        return text.ToString();
    }

    private static string TrimEnd(string comment) => comment.EndsWith("--!", StringComparison.Ordinal) ? comment[..^3]
        : comment.EndsWith("--", StringComparison.Ordinal) ? comment[..^2]
        : comment.EndsWith('-') ? comment[..^1]
        : comment;

    private static List<(string, string)> Attributes(string html, in HtmlTokenizer tag)
    {
        var found = new List<(string Name, string)>();
        var attributes = tag.Attributes;
        while (attributes.MoveNext())
        {
            var name = Lower(html.Substring(attributes.Name.Start, attributes.Name.Length));
            if (!found.Any(one => one.Name == name))
                found.Add((name, AttributeText.Decode(html, attributes.Value).Text));
        }

        return found;
    }

    private static void AppendTag(StringBuilder text, string open, string name, IEnumerable<(string Name, string Value)> attributes, bool isSelfClosing)
    {
        text.Append('\u0001').Append(open).Append(Lower(name).Replace('\0', '\ufffd'));
        foreach (var (key, value) in attributes.OrderBy(one => one.Name, StringComparer.Ordinal))
            text.Append('\u0003').Append(key.Replace('\0', '\ufffd')).Append('=').Append(value.Replace('\0', '\ufffd'));
        text.Append(isSelfClosing ? "/\u0002" : "\u0002");
    }

    private static void AppendText(StringBuilder text, ReadOnlySpan<char> written, string element)
    {
        var isRaw = RawText.IsRaw(element) && element is not ("title" or "textarea");
        while (!written.IsEmpty)
        {
            var length = isRaw || written[0] != '&' ? 0 : CharacterReference.Read(written, text, isAttribute: false);
            if (length == 0)
                text.Append(written[length++]);
            written = written[length..];
        }
    }

    /// <summary>Only letters of ASCII have another case to the standard.</summary>
    private static string Lower(string name) => string.Create(name.Length, name, (lower, written) =>
    {
        for (var index = 0; index < lower.Length; index++)
            lower[index] = char.IsAsciiLetterUpper(written[index]) ? char.ToLowerInvariant(written[index]) : written[index];
    });
}
