using System.Reflection;
using System.Text.Json;
using Onigwrap;

namespace Content.Compiler.Tests.Rendering;

/// <summary>Oniguruma is only asked where an expression can match. It then has to find what it finds if it is always asked.</summary>
public sealed class ExpressionTests
{
    /// <summary>An alternative that never matches, and may be empty: of such an expression nothing is known before, so each search is made.</summary>
    private const string AlwaysSearched = "(?!)|";

    [Theory]
    [InlineData("if", "an if", "no")]
    [InlineData("a?b", "b", "a")]
    [InlineData("a*b+c", "bbc", "aabb")]
    [InlineData("a{0,2}b", "b", "aa")]
    [InlineData("a{,2}b", "b", "aa")]
    [InlineData("xa{2,1}y", "xaay", "xaaay")]
    [InlineData("a{2}?b", "b", "aa")]
    [InlineData("a+?b", "ab", "b")]
    [InlineData("a{b", "a{b", "ab")]
    [InlineData("a{,}b", "a{,}b", "ab")]
    [InlineData("(a|b|)c", "c", "ab")]
    [InlineData("(?:one|two)x", "twox", "one")]
    [InlineData("x(?:one|two)*y", "xy", "onetwo")]
    [InlineData("x(?:one|two)+y", "xtwoy", "xy")]
    [InlineData("(?i:strasse)", "STRASSE", "street")]
    [InlineData("(?i)k", "\u212A", "l")]
    [InlineData("(?i)ss", "\u00DF", "s")]
    [InlineData("(?i)if|else", "ELSE", "or")]
    [InlineData("a(?i)b|c", "aB", "1")]
    [InlineData("(?-i)a(?i:b)", "aB", "AB")]
    [InlineData("(?x) a b # c", "ab", "a b # c")]
    [InlineData("(?x) a + b", "aab", "a +")]
    [InlineData("(?x) (a) ? b", "b", "a")]
    [InlineData("(?x: a ) b", "a b", "ab")]
    [InlineData("(?=ab)a", "ab", "ac")]
    [InlineData("(?=$|b)", "a", null)]
    [InlineData("(?!a)b", "b", "a")]
    [InlineData("(?<=a)b", "ab", "b")]
    [InlineData("(?<!a)b", "b", "ab")]
    [InlineData("(?<name>a)\\k<name>", "aa", "a")]
    [InlineData("(?<n>a\\g<n>?b)", "aabb", "ba")]
    [InlineData("(a)\\1", "aa", "a")]
    [InlineData("(?#b)a", "a", "b")]
    [InlineData("(?>a)b", "ab", "a")]
    [InlineData("[^a]", "b", "a")]
    [InlineData("[^[:alpha:]]", "1", "a")]
    [InlineData("[^[:upper:]]", "a", "A")]
    [InlineData("[[:punct:]]", "!", "a")]
    [InlineData("[a-c&&[b]]", "b", "a")]
    [InlineData("[a[^b]]", "c", "b")]
    [InlineData("[\\w.-]", "-", " ")]
    [InlineData("[-a]", "-", "b")]
    [InlineData("[a-]", "-", "b")]
    [InlineData("[\\]x]", "]", "a")]
    [InlineData("[(?#]", "#", "a")]
    [InlineData("[\\p{L}]", "a", "1")]
    [InlineData("[^\\p{L}]", "1", "a")]
    [InlineData("[^\\s\\d]", "a", "1")]
    [InlineData("(?i)[^k]", "a", "K")]
    [InlineData("(?i)[a-c]x", "BX", "dx")]
    [InlineData("\\x41b", "\u041B", "Ab")]
    [InlineData("\\x{e4}", "\u00E4", "a")]
    [InlineData("\\\\(\\()", "\\(", "(")]
    [InlineData("\\W", "\u2028", "a")]
    [InlineData("\\h", "f", "g")]
    [InlineData("\\Gb", "b", "a")]
    [InlineData("^a", "a", "ba")]
    [InlineData("\\bif\\b", "if", "iff")]
    [InlineData("\uD835\uDD04", "\uD835\uDD04", "a")]
    [InlineData("\u00E4a", "\u00E4a", "a")]
    [InlineData("a\\Kb", "ab", "b")]
    [InlineData("(?~ab)", "ab", null)]
    [InlineData("(abcdefghijklmnopqrst)", "abcdefghijklmnopqrst", "abcdefghijklmnop")]
    public void A_match_is_found_wherever_there_is_one(string expression, string match, string? none)
    {
        Assert.True(Starts(expression, match)[0] >= 0);
        Assert.Equal(Starts(AlwaysSearched + expression, match), Starts(expression, match));
        if (none is null)
            return;
        Assert.Equal(-1, Starts(expression, none)[0]);
        Assert.Equal(Starts(AlwaysSearched + expression, none), Starts(expression, none));
    }

    [Fact]
    public void Every_expression_of_every_grammar_finds_what_it_finds_if_it_is_always_searched_for()
    {
        string[] texts =
        [
            "public static async Task<List<int?>> Run(string[] args, ref int x = 1) => await A.B.C(args[0]) ?? throw new E($\"{x:N2} \\\" {y}\"); // what\n",
            "template <typename T> class __declspec(dllexport) A::B<int> : public C, private D { virtual ~A() const = 0; using N = std::vector<T*>; };\n",
            "Private Sub Button1_Click(ByVal sender As Object, e As EventArgs) Handles Button1.Click ' REM\n",
            "<Grid x:Name=\"a\" Style='{StaticResource B}'><!-- c -->&amp; <![CDATA[ d ]]> <?php echo $x; ?></Grid>\n",
            "fn main<'a>() -> Result<(), Box<dyn Error>> { let mut x = 0xFFu8..=b'\\n'; println!(\"{:?}\", x); } // \u00FC\n",
            "if [[ -n \"${x:-$(ls | grep -v '^#')}\" ]]; then cat <<'EOF' > \"$1\" && export A=`b`; fi # c\n",
            "SELECT a.*, COUNT(b) AS \"c\" FROM [d].e LEFT JOIN f ON a.g = f.g WHERE h LIKE 'i%' -- j\n",
            "- key: &a [1, 2.5e-3, true, null, 'x', \"\\u00e4\"] # c\n", "def f(self, *args: int, **kw) -> None: return f'{a!r:>{b}}' if not x else lambda y: y\n",
            "const a = async (b, {c}) => `${await d?.e}` + /[a-z]+\\/(?<f>g)/gi.test(h) ?? 0b1n; export default class extends X {}\n",
            "@media (min-width: 10.5em) and screen { a:hover::before > .b#c[d^=\"e\"] { color: #FFF !important; margin: calc(1px + -2%) } }\n",
            "# Title *b* _c_ `d` [e](f \"g\") ![h][i] ~~~ | - [x] > j\n", "+added\n", "-removed\n", "@@ -1,2 +3 @@\n", "\n", "\t\t}\n", "}\n", "{\n", "\"\"\"\n", "*/\n", "#region A\n",
            "\u212A \u017F \u00DF \uFB00 \u0149 \uD835\uDD04 \uD800 \u2028 \0\n", "IF x THEN GoTo 10 ELSE End If\n", "\\begin{a}[b]{c}\\d{$e^{2}_f$}% g\n", "(define (a b) (let ((c 'd)) `(,c ,@b)))\n",
        ];
        var compared = 0;
        foreach (var expression in Expressions())
        {
            foreach (var text in texts)
                Assert.True(Starts(AlwaysSearched + expression, text).SequenceEqual(Starts(expression, text)), $"{expression} in {text}");
            compared++;
        }

        Assert.True(compared > 5_000, $"{compared} expressions");
    }

    /// <summary>Where an expression is first found from the beginning, the middle and the last character on.</summary>
    private static int[] Starts(string expression, string text)
    {
        var scanner = new OnigScanner([expression]);
        return [.. new[] { 0, text.Length / 2, Math.Max(0, text.Length - 1) }.Select(offset => scanner.FindNextMatchSync(text.AsMemory(), offset)?.GetCaptureIndices()[0].Start ?? -1)];
    }

    private static HashSet<string> Expressions()
    {
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "highlighting", "TextMateSharp.Grammars.dll"));
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var grammar = JsonDocument.Parse(stream, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 1000 });
            Collect(grammar.RootElement, found);
        }

        return found;
    }

    private static void Collect(JsonElement element, HashSet<string> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, found);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                if (property is { Name: "match" or "begin" or "end" or "while", Value.ValueKind: JsonValueKind.String })
                    found.Add(property.Value.GetString()!);
                else
                    Collect(property.Value, found);
            }
        }
    }
}
