using System.Collections.Immutable;
using Content.Compiler.Code;
using Content.Compiler.Diagnostics;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig.Helpers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Reads what stands on the fences of code blocks while an article is rendered, and puts the code in that a block takes from elsewhere.</summary>
internal sealed class CodeBlocks(ArticleFacts facts, ContentConfiguration configuration)
{
    private string text = "";
    private int bodyStart;
    private ArticleInputs? inputs;
    private Highlighter? highlighter;
    private bool hasNoHighlighter;

    /// <summary>Whether blocks without options are looked at.</summary>
    public bool LooksAtAll => configuration.CompilesAllSamples || configuration.Highlights;

    /// <summary>The text that is rendered, and where it begins in its file.</summary>
    public (string Text, int BodyStart) Place => (text, bodyStart);

    /// <summary>Whether code is coloured.</summary>
    public bool Highlights => configuration.Highlights && text.Length > 0;

    public void Start(string text, int bodyStart, ArticleInputs? inputs)
    {
        this.text = text;
        this.bodyStart = bodyStart;
        this.inputs = inputs;
    }

    /// <summary>Looks at a block before it is rendered.</summary>
    /// <returns>What stands on its fence; null where nobody wants to know.</returns>
    public CodeFence? Read(FencedCodeBlock block)
    {
        // Where a text is rendered only to see its headings, nobody has begun.
        if (text.Length == 0)
            return null;
        var place = FindInfo(block);
        var fence = CodeFence.Parse(text, place);
        if (!fence.Options.IsEmpty)
            CodeOptions.Check(fence, facts.GetFile(bodyStart + place), span => facts.GetRange(span.Shift(bodyStart)), facts.Report);
        Snippet? snippet = null;
        if (fence.Find("file") is { Value.Length: > 0 } file && inputs is not null)
        {
            snippet = TakeIn(fence, file);
            if (snippet is null)
                return fence;
        }

        if (ModeOf(fence, block) is { } mode)
            AddSample(block, mode, snippet, facts.GetRange(new TextSpan(bodyStart + place, 0)));
        if (snippet is not null)
            Replace(block, snippet.Lines);
        return fence;
    }

    /// <summary>The coloured pieces of the lines of a block; null where it stays plain.</summary>
    public IReadOnlyList<IReadOnlyList<(int End, string Classes)>>? Colour(FencedCodeBlock block, CodeFence fence, IReadOnlyList<string> lines)
    {
        if (fence.Language.Length == 0 || CodeLanguages.IsPlain(fence.Language) || hasNoHighlighter)
            return null;
        string? problem = null;
        highlighter ??= Highlighter.Create(out problem);
        var pieces = highlighter?.Run(fence.Language, lines, out problem);
        if (problem is not null)
        {
            hasNoHighlighter = true;
            facts.Report(InclusionErrors.NoHighlighter(problem));
            return null;
        }

        if (pieces is { Count: > 0 } || lines.Count == 0)
            return pieces;
        var place = FindInfo(block);
        var start = text.AsSpan(place).IndexOf(fence.Language, StringComparison.Ordinal) is var found and >= 0 ? place + found : place;
        var range = facts.GetRange(new TextSpan(bodyStart + start, fence.Language.Length));
        facts.Report(pieces is null ? InclusionErrors.NotHighlighted(facts.File, range, fence.Language) : InclusionErrors.TooMuchCode(facts.File, range));
        return null;
    }

    /// <summary>What the block is to the build; null for no sample.</summary>
    private SampleMode? ModeOf(CodeFence fence, FencedCodeBlock block)
    {
        if (!fence.IsCSharp)
            return null;
        SampleMode? mode = configuration.CompilesAllSamples ? SampleMode.Any : null;
        foreach (var option in fence.Options)
        {
            if (option.Value is not null || Array.IndexOf(CodeOptions.SampleModes, option.Name) < 0)
                continue;
            mode = option.Name switch
            {
                "compile" => SampleMode.Compile,
                "continue" => SampleMode.Continue,
                "types" => SampleMode.Types,
                "run" => SampleMode.Run,
                _ => null,
            };
            break;
        }

        // What must come out of a block comes only out of one that runs.
        return mode is SampleMode.Any or SampleMode.Compile && FindOutput(block) is not null ? SampleMode.Run : mode;
    }

    private void AddSample(FencedCodeBlock block, SampleMode mode, Snippet? snippet, TextRange fence)
    {
        var lines = ImmutableArray.CreateBuilder<CodeLine>();
        var fenceFile = fence.File ?? facts.File;
        if (snippet is not null)
            lines.AddRange(snippet.Lines);
        else
            AddLines(block, lines, fence.StartLine);
        var end = lines.Count > 0 ? lines[^1].Line + 1 : fence.StartLine + 1;
        facts.Samples.Add(new CodeSample(mode, snippet?.File ?? fenceFile, fenceFile, fence.StartLine, end, lines.DrainToImmutable(), FindOutput(block)));
    }

    private void AddLines(FencedCodeBlock block, ImmutableArray<CodeLine>.Builder lines, int fenceLine)
    {
        for (var index = 0; index < block.Lines.Count; index++)
        {
            var line = block.Lines.Lines[index];
            var content = line.Slice.AsSpan();
            // A tab that only partly belongs to the line was replaced by spaces: what follows them stands in the source.
            var indent = ReferenceEquals(line.Slice.Text, text) ? 0 : content.Length - content.TrimStart().Length;
            var start = ReferenceEquals(line.Slice.Text, text)
                ? line.Slice.Start
                : text.AsSpan(Math.Clamp(line.Position, 0, text.Length)).IndexOf(content[indent..], StringComparison.Ordinal) is var found and >= 0 ? line.Position + found : -1;
            var place = start < 0 ? new TextRange(fenceLine + 1 + index, 1, 0, 0) : facts.GetRange(new TextSpan(bodyStart + start, 0));
            lines.Add(new CodeLine(content.ToString(), place.StartLine, Math.Max(1, place.StartColumn - indent)));
        }
    }

    /// <summary>The text of the block right behind, where that says what comes out.</summary>
    private string? FindOutput(FencedCodeBlock block)
    {
        if (block.Parent is not { } parent || parent.IndexOf(block) is var index && (index < 0 || index + 1 >= parent.Count))
            return null;
        if (parent[parent.IndexOf(block) + 1] is not FencedCodeBlock { Arguments.Length: > 0 } next || CodeFence.Parse(text, FindInfo(next)).Find("output") is null)
            return null;
        return next.Lines.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The code of another file that the block asks for.</summary>
    private Snippet? TakeIn(CodeFence fence, CodeOption option)
    {
        var part = fence.Find("region") ?? fence.Find("member") ?? (fence.Find("lines") is { Value: not null } lines ? lines : null);
        var file = facts.GetFile(bodyStart + option.Span.Start);
        if (Find(option.Value!, file, facts.GetRange(option.ValueSpan.Shift(bodyStart))) is not { } source)
            return null;
        var request = new SnippetRequest(option.Value!)
        {
            Region = part?.Name == "region" ? part.Value : null,
            RegionIsLoose = configuration.RegionsAreLoose,
            Member = part?.Name == "member" ? part.Value : null,
            Lines = part?.Name == "lines" ? part.Value : null,
        };
        var snippet = Snippet.Take(source, request, file, facts.GetRange((part ?? option).Place.Shift(bodyStart)), out var problem);
        if (problem is not null)
            facts.Report(problem);
        return snippet;
    }

    private SourceText? Find(string written, string file, TextRange range)
    {
        var source = inputs!.FindCode(written, file, range, out var problem);
        if (problem is not null)
            facts.Report(problem);
        return source;
    }

    private static void Replace(FencedCodeBlock block, IReadOnlyList<CodeLine> lines)
    {
        block.Lines = new StringLineGroup(Math.Max(1, lines.Count));
        foreach (var line in lines)
            block.Lines.Add(new StringSlice(line.Text, NewLine.LineFeed));
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
