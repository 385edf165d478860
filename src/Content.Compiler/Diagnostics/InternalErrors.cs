namespace Content.Compiler.Diagnostics;

/// <summary>Our own faults.</summary>
public static class InternalErrors
{
    private static readonly DiagnosticDescriptor defect = DiagnosticCatalog.Find("CONTENT9001")!;

    /// <summary>An exception that nobody expected. Where it was thrown is for the log.</summary>
    public static Diagnostic Defect(Exception exception) => defect.At("", Sources.TextRange.FileStart,
        $"A defect in Content, not in your content: {exception.GetType().Name}: {MessageText.OneLine(exception.Message)} Please report it with the stack, which 'dotnet build -v:d' shows.");
}
