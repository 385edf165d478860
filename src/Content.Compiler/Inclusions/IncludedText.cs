using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Inclusions;

/// <summary>What came of asking for a file.</summary>
/// <param name="Path">Relative to the project folder, with <c>/</c>.</param>
/// <param name="Reach">Which folders it really lies in.</param>
/// <param name="Text">Null where there is none, or it could not be read.</param>
/// <param name="Failure">Why it could not be read.</param>
/// <param name="State">What tells it from another.</param>
internal sealed record IncludedText(string Path, IncludedReach Reach, SourceText? Text, Diagnostic? Failure, ContentHash State)
{
    public bool Exists => Reach != IncludedReach.Missing;

    public static IncludedText Missing(string path) => new(path, IncludedReach.Missing, null, null, default);
}

/// <summary>Where a file that is taken in really lies, symbolic links resolved.</summary>
[Flags]
internal enum IncludedReach
{
    /// <summary>There is no such file.</summary>
    Missing = 0,

    /// <summary>It exists.</summary>
    Anywhere = 1,

    /// <summary>Below a folder of <c>snippets</c>.</summary>
    Snippets = 2,

    /// <summary>Below the content root.</summary>
    Content = 4,
}
