using Content.Compiler.Code;
using Content.Compiler.Diagnostics;
using Content.Compiler.Inclusions;
using Content.Compiler.Text;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Reads what stands on the fences of code blocks while an article is rendered, and puts the code in that a block takes from elsewhere.</summary>
internal sealed class CodeBlocks(ArticleFacts facts)
{
    private string text = "";
    private int bodyStart;
    private ArticleInputs? inputs;

    public void Start(string text, int bodyStart, ArticleInputs? inputs)
    {
        this.text = text;
        this.bodyStart = bodyStart;
        this.inputs = inputs;
    }

    /// <summary>Looks at a block before it is rendered.</summary>
    public void Read(FencedCodeBlock block)
    {
        var place = FindInfo(block);
        var fence = CodeFence.Parse(text, place);
        CodeOptions.Check(fence, facts.GetFile(bodyStart + place), span => facts.GetRange(span.Shift(bodyStart)), facts.Report);
        if (fence.Find("file") is { Value.Length: > 0 } file && inputs is not null)
            TakeIn(block, fence, file);
    }

    /// <summary>Puts the code of another file into the block.</summary>
    private void TakeIn(FencedCodeBlock block, CodeFence fence, CodeOption option)
    {
        var part = fence.Find("region") ?? fence.Find("member") ?? fence.Find("lines");
        var file = facts.GetFile(bodyStart + option.Span.Start);
        if (Find(option.Value!, file, facts.GetRange(option.ValueSpan.Shift(bodyStart))) is not { } source)
            return;
        var request = new SnippetRequest(option.Value!)
        {
            Region = part?.Name == "region" ? part.Value : null,
            Member = part?.Name == "member" ? part.Value : null,
            Lines = part?.Name == "lines" ? part.Value : null,
        };
        var snippet = Snippet.Take(source, request, file, facts.GetRange((part ?? option).Place.Shift(bodyStart)), out var problem);
        if (problem is not null)
            facts.Report(problem);
        if (snippet is not null)
            Replace(block, snippet.Lines);
    }

    private SourceText? Find(string written, string file, TextRange range)
    {
        var source = inputs!.FindCode(written, file, range, out var problem);
        if (problem is not null)
            facts.Report(problem);
        return source;
    }

    private static void Replace(FencedCodeBlock block, IReadOnlyList<string> lines)
    {
        block.Lines = new StringLineGroup(Math.Max(1, lines.Count));
        foreach (var line in lines)
            block.Lines.Add(new StringSlice(line, NewLine.LineFeed));
    }

    /// <summary>Where what follows the signs of the opening fence begins.</summary>
    private int FindInfo(FencedCodeBlock block)
    {
        var place = Math.Clamp(block.Span.Start, 0, text.Length);
        while (place < text.Length && text[place] != block.FencedChar)
            place++;
        while (place < text.Length && text[place] == block.FencedChar)
            place++;
        return place;
    }
}
