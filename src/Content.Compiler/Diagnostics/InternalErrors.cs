using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What is not the author's fault.</summary>
public static class InternalErrors
{
    /// <summary>
    /// Whether <paramref name="exception"/> is one that nobody expected. Each stage catches those one article at a time: a defect of ours in one
    /// article is reported there, and the others are still checked.
    /// </summary>
    public static bool IsDefect(Exception exception) => exception is not (OperationCanceledException or OutOfMemoryException);

    /// <summary>An exception that nobody expected, in the file that was being read, if any. Its stack is for the log.</summary>
    public static Diagnostic Defect(Exception exception, string file = "") => DiagnosticCatalog.InternalError.At(
        file,
        TextRange.FileStart,
        $"A defect in Content, not in your content: {exception.GetType().Name}: {Sentence(exception.Message)} Please report it with the stack, which 'dotnet build -v:d' shows.")
        with { Detail = exception.ToString() };

    /// <summary>A full disk, a read-only folder.</summary>
    public static Diagnostic Unwritable(string path, string reason) => DiagnosticCatalog.OutputUnwritable.At(
        "",
        TextRange.FileStart,
        $"{Quoted.Whole(path)} cannot be written: {Sentence(reason)} The previous outputs are left as they were. Free space or grant access, and build again.");

    /// <summary>A file that is to be corrected.</summary>
    public static Diagnostic UnwritableArticle(string file, string reason) => DiagnosticCatalog.OutputUnwritable.At(
        file, TextRange.FileStart, $"{Quoted.Whole(file)} cannot be corrected: {Sentence(reason)} It is left as it was. Grant access, and run 'FixContent' again.");

    /// <summary>More than a catalog can hold.</summary>
    public static Diagnostic TooLarge() => DiagnosticCatalog.OutputUnwritable.At(
        "",
        TextRange.FileStart,
        "The catalog cannot be written: it would be larger than 2 GB, the most that an assembly can hold. Divide the articles among several projects, each with a catalog of its own.");

    /// <summary>The report, or what else is written besides the outputs, cannot be written.</summary>
    public static Diagnostic UnwritableReport(string path, string reason) => DiagnosticCatalog.OutputUnwritable.At(
        "", TextRange.FileStart, $"{Quoted.Whole(path)} cannot be written: {Sentence(reason)} Free space, grant access or choose another path.");

    /// <summary>What somebody else says, on one line and with a full stop: some messages of the system have one and some do not.</summary>
    private static string Sentence(string text)
    {
        var line = MessageText.OneLine(text);
        return line.EndsWith('.') ? line : line + ".";
    }
}
