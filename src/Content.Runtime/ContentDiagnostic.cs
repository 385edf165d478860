namespace Content.Runtime;

/// <summary>Something that is wrong with an article while a program follows it, as a build would report it.</summary>
/// <param name="Code">The code, such as <c>CONTENT2001</c>.</param>
/// <param name="IsError">Whether it is an error: the entry then keeps its last good state.</param>
/// <param name="File">Relative to the project folder, with <c>/</c>; empty where no file is to blame.</param>
/// <param name="Path">The file, absolute; empty where no file is to blame.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Column">The first column, from 1, in UTF-16 units.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last.</param>
/// <param name="Message">What is wrong, and what to do.</param>
/// <param name="HelpPage">The page about the code, absolute; empty where there is none.</param>
public sealed record ContentDiagnostic(
    string Code, bool IsError, string File, string Path, int Line, int Column, int EndLine, int EndColumn, string Message, string HelpPage)
{
    /// <summary>As a build writes it: <c>content/a.md(3,7,3,15): error CONTENT1002: ...</c></summary>
    public override string ToString() =>
        $"{File}({Line},{Column},{EndLine},{EndColumn}): {(IsError ? "error" : "warning")} {Code}: {Message}";
}
