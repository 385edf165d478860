using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Inclusions;
using Content.Compiler.Text;
using Markdig.Syntax;

namespace Content.Compiler.Dialects.Obsidian;

/// <summary><c>![[Note]]</c> and <c>![[Note#Heading]]</c>: the other note stands here. One block of a note is linked to instead.</summary>
internal sealed class Embeds : IInclusionSyntax
{
    public bool MayBeIn(ReadOnlySpan<char> text) => text.IndexOf("![[", StringComparison.Ordinal) >= 0;

    public void Find(MarkdownDocument document, string text, List<Inclusion> found)
    {
        var code = new CodeRegions(text, 0);
        for (var place = 0; text.IndexOf("![[", place, StringComparison.Ordinal) is var open and >= 0; place = open + 3)
        {
            if (code.Find(open) is not null || WikiLink.Read(text, open + 1) is not { IsEmbed: true } link || !IsTakenIn(link, text))
                continue;
            var path = link.PathIn(text).ToString();
            var fragment = link.FragmentIn(text);
            var start = new TextSpan(link.Target.Start, path.Length);
            found.Add(new Inclusion(
                link.Span,
                path,
                start,
                fragment.IsEmpty ? null : fragment[(fragment.LastIndexOf('#') + 1)..].ToString(),
                fragment.IsEmpty ? default : TextSpan.FromBounds(start.End, link.Target.End),
                IsAlone(text, link.Span),
                InclusionPlace.Anywhere));
        }
    }

    /// <summary>Whether the note is to stand in the place of the embed.</summary>
    public static bool IsTakenIn(WikiLink link, string text) => link.IsNote(text) && !link.PathIn(text).IsEmpty && link.FragmentIn(text) is not ['^', ..];

    private static bool IsAlone(string text, TextSpan span)
    {
        var before = text.AsSpan(0, span.Start);
        var after = text.AsSpan(span.End);
        before = before[(before.LastIndexOf('\n') + 1)..];
        var end = after.IndexOf('\n');
        return before.IndexOfAnyExcept(" \t>") < 0 && (end < 0 ? after : after[..end]).IsWhiteSpace();
    }
}
