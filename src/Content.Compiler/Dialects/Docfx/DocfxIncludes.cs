using Content.Compiler.Inclusions;
using Content.Compiler.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Dialects.Docfx;

/// <summary><c>[!INCLUDE [title](path.md)]</c></summary>
internal sealed class DocfxIncludes : IInclusionSyntax
{
    private const string Word = "[!include";

    public bool MayBeIn(ReadOnlySpan<char> text) => text.IndexOf(Word, StringComparison.OrdinalIgnoreCase) >= 0;

    public void Find(MarkdownDocument document, string text, List<Inclusion> found)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (link.IsImage || link.Url is not { Length: > 0 } url || link.Span.Start < Word.Length || link.Span.End + 1 >= text.Length || text[link.Span.End + 1] != ']')
                continue;
            var start = link.Span.Start;
            while (start > 0 && text[start - 1] is ' ' or '-' or '+')
                start--;
            if (start < Word.Length || string.Compare(text, start - Word.Length, Word, 0, Word.Length, StringComparison.OrdinalIgnoreCase) != 0)
                continue;
            var span = TextSpan.FromBounds(start - Word.Length, link.Span.End + 2);
            var isFromRoot = url.StartsWith("~/", StringComparison.Ordinal);
            var within = text.AsSpan(link.Span.Start, link.Span.End - link.Span.Start);
            var place = within.LastIndexOf(url, StringComparison.Ordinal) is var at and >= 0
                ? new TextSpan(link.Span.Start + at, url.Length)
                : TextSpan.FromBounds(link.Span.Start, link.Span.End + 1);
            var path = Uri.UnescapeDataString(isFromRoot ? url[2..] : url);
            var isBlock = link.Parent is { ParentBlock: ParagraphBlock block } && text.AsSpan(block.Span.Start, span.Start - block.Span.Start).IsWhiteSpace() && block.Span.End + 1 == span.End;
            found.Add(new Inclusion(span, path, place, null, default, isBlock, isFromRoot ? InclusionPlace.Root : InclusionPlace.Beside));
        }
    }
}
