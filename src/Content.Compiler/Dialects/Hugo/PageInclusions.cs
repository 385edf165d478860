using System.Collections.Frozen;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig.Syntax;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>
/// Short codes that put another page in their place: what content.json says of them is <c>{include:{0}}</c>, with the path of the page. As Hugo looks
/// pages up, it counts from the root or from the article, and may leave out the extension.
/// </summary>
internal sealed class PageInclusions : IInclusionSyntax
{
    private const string Opening = "{include:";

    private readonly FrozenDictionary<string, string> paths;

    /// <param name="configuration">Has the short codes of the site.</param>
    public PageInclusions(ContentConfiguration configuration) => paths = configuration.ShortCodes
        .Select(code => (code.Key, Path: PathOf(code.Value))).Where(code => code.Path is not null).ToFrozenDictionary(code => code.Key, code => code.Path!, StringComparer.Ordinal);

    /// <summary>The path in a template that takes in a page; null where it is another template.</summary>
    public static string? PathOf(string template) =>
        template.StartsWith(Opening, StringComparison.Ordinal) && template.EndsWith('}') ? template[Opening.Length..^1] : null;

    public bool MayBeIn(ReadOnlySpan<char> text) => paths.Count > 0 && text.IndexOf("{{", StringComparison.Ordinal) >= 0;

    public void Find(MarkdownDocument document, string text, List<Inclusion> found)
    {
        foreach (var code in HugoShortCodes.Read(text, 0))
        {
            if (code.Kind is ShortCodeKind.Shown or ShortCodeKind.Close || !paths.TryGetValue(code.Name, out var path) || ArgumentOf(code, path) is not var (argument, written))
                continue;
            var isFromRoot = written.StartsWith('/') && written.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
            found.Add(new Inclusion(
                code.Span, written.TrimStart('/'), argument.Span, null, default, IsAlone(text, code.Span), isFromRoot ? InclusionPlace.Root : InclusionPlace.Anywhere));
        }
    }

    /// <summary>What the short code names, and the path that this comes to; null where it names nothing.</summary>
    private static (ShortCodeArgument Argument, string Path)? ArgumentOf(ShortCode code, string path)
    {
        var open = path.IndexOf('{', StringComparison.Ordinal);
        var close = path.IndexOf('}', open + 1);
        if (open < 0 || close < 0 || code.Get(path[(open + 1)..close]) is not { Value.Length: > 0 } argument)
            return null;

        // Reason: what is put into a path is made fit for one, and a path that is given is one.
        var value = path.Length == close + 1 - open ? argument.Value : argument.Value.Trim().Replace(' ', '-');
        return (argument, path[..open] + value + path[(close + 1)..]);
    }

    private static bool IsAlone(string text, TextSpan span)
    {
        var before = text.AsSpan(0, span.Start);
        var after = text.AsSpan(span.End);
        before = before[(before.LastIndexOf('\n') + 1)..];
        var end = after.IndexOf('\n');
        return before.IndexOfAnyExcept(" \t>") < 0 && (end < 0 ? after : after[..end]).IsWhiteSpace();
    }
}
