using System.Collections.Immutable;

namespace Content.Compiler.Code;

/// <summary>What a block of C# is to the build.</summary>
internal enum SampleMode
{
    /// <summary>Statements, or declarations where it holds nothing else: what a block is that says nothing where all are compiled.</summary>
    Any,

    /// <summary>Statements in a method of their own.</summary>
    Compile,

    /// <summary>More statements for the method of the block before.</summary>
    Continue,

    /// <summary>Declarations, which the blocks behind it know.</summary>
    Types,

    /// <summary>Statements that also run.</summary>
    Run,
}

/// <summary>A block of C# that the build compiles.</summary>
/// <param name="Mode">What it is.</param>
/// <param name="File">The file that its code is written in, relative to the project folder: the article, or what that takes in.</param>
/// <param name="FenceFile">The file of its opening fence: the article, or one that it takes in.</param>
/// <param name="Line">The line of its opening fence, in <paramref name="FenceFile"/>.</param>
/// <param name="EndLine">The line behind its code, in <paramref name="File"/>.</param>
/// <param name="Lines">Its code.</param>
/// <param name="Output">What must come out, by the block behind it; null where that does not say.</param>
internal sealed record CodeSample(SampleMode Mode, string File, string FenceFile, int Line, int EndLine, ImmutableArray<CodeLine> Lines, string? Output)
{
    /// <summary>The code as one text.</summary>
    public string Text { get; } = string.Join('\n', Lines.Select(line => line.Text));
}
