using System.Text.RegularExpressions;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using CsCheck;

namespace Content.Compiler.Tests.Links;

public sealed class LinkPropertyTests
{
    private static readonly Gen<string> segment = Pick(
        "a", "b.md", "..", ".", "", "%2e%2e", "%2E.", "%2F", "%5c", "\\", "%", "%zz", "%00", "\0", "ü", "\uD800", " ", "?", "#", "#top", ":~:", "c:", "//", "javascript:", "@");

    private static readonly Gen<string> destination = Gen.Select(segment.Array[0, 12], Pick("/", "", "\\"), (parts, separator) => string.Join(separator, parts));

    private readonly LinkProject project = new LinkProject().Site("https://example.org/x").Article("a/b.md", "top-1").Article("a.md").File("a/c.png").Static("s.png");

    [Fact]
    public void Resolution_never_throws_and_never_leaves_the_root() => destination.Sample(
        text =>
        {
            var (url, _) = project.Try("a/b.md", text);
            // Whatever URL comes out is one of those that exist.
            var path = url?.Split('?', '#')[0];
            return path is null or "/x/a/b/" or "/x/a/" or "/x/a/c.png" or "/x/s.png";
        },
        iter: 3000, threads: 1);

    [Fact]
    public void A_resolved_path_has_no_dots_and_no_slash_at_its_start_unless_written_double() => destination.Sample(
        text =>
        {
            var resolved = ContentPath.Resolve("x/y", text);
            return !resolved.Path.Split('/').Any(part => part is "." or "..");
        },
        iter: 10000, threads: 1);

    [Fact]
    public void What_is_written_for_authors_resolves_to_what_was_meant() => Gen.Select(Path(), Path()).Sample(
        (article, target) =>
        {
            var written = DestinationText.Relative(article, target, isDotted: true);
            var parsed = LinkTarget.Parse(written, new SiteOrigin(project.Configuration));
            return parsed.Kind == LinkKind.Relative
                && ContentPath.Resolve(ContentPath.FolderOf(article), parsed.Path) is { LeavesRoot: false } resolved && resolved.Path == target;
        },
        iter: 10000, threads: 1);

    /// <summary>Every advice that can be pasted leads somewhere, in one step.</summary>
    [Fact]
    public void What_is_suggested_is_right() => Gen.Select(destination, Pick("a/b.md", "a.md")).Sample(
        (text, article) =>
        {
            foreach (var diagnostic in project.Try(article, text).Diagnostics)
            {
                var advice = Regex.Match(diagnostic.Message, "(?:Did you mean|Write) '(?<right>[^']*)'");
                var right = advice.Groups["right"].Value;
                if (!advice.Success || right.Contains("\\u", StringComparison.Ordinal) || right == "%25" || right.Contains("example.org", StringComparison.Ordinal))
                    continue;
                if (diagnostic.Code is "CONTENT2003" or "CONTENT2004" && right.StartsWith('#'))
                    right = (text.Contains('#', StringComparison.Ordinal) ? text[..text.IndexOf('#', StringComparison.Ordinal)] : text) + right;
                var next = project.Check(article, right);
                // Reason: a backslash is told before anything else is looked at where something is at the other end.
                if (next.Length > 0 && diagnostic.Code != "CONTENT2009")
                    throw new InvalidOperationException($"{text}: {diagnostic.Message}: {next}");
            }

            return true;
        },
        iter: 3000, threads: 1);

    private static Gen<string> Pick(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);

    private static Gen<string> Path() => Pick("a", "b", "c d", "ü", "100%", "q?", "h#", "x(1)", "c:", "\\", "mailto:", "\u200B", "no\u00A0break", "\U000E0001").Array[1, 4].Select(parts => string.Join('/', parts));
}
