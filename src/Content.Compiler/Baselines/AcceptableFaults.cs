using Content.Compiler.Diagnostics;

namespace Content.Compiler.Baselines;

/// <summary>
/// Which faults a baseline may hold: those that leave a page as poor as it was. Never those that publish what nobody wanted published, put in or lose text,
/// take an address away, or tell of the build and its configuration rather than of an article.
/// </summary>
internal static class AcceptableFaults
{
    /// <summary>Why a code cannot be accepted, as the end of a sentence; null where it can.</summary>
    public static string? WhyNot(string code) => code switch
    {
        "CONTENT0001" or "CONTENT0002" or "CONTENT0003" => "it is about the project and its configuration, and no fault of an article",
        "CONTENT1008" or "CONTENT1009" or "CONTENT1014" => "metadata or text is lost, and a draft may be published by it",
        "CONTENT1011" => "the text of the file is lost",
        "CONTENT2007" => "a draft would be published by its link",
        "CONTENT2022" => "it is about the baseline itself",
        "CONTENT3005" => "it is text that was not to be let in",
        "CONTENT4001" or "CONTENT4002" or "CONTENT4004" => "a page would lose its address or its symbol",
        _ when DiagnosticCatalog.IsOfExternalLinks(code) => "other sites are only asked by 'CheckExternalLinks'",
        _ when DiagnosticCatalog.IsOfPackages(code) => "it is found when the package is made",
        _ when DiagnosticCatalog.IsUnalterable(code) => "it is a defect, or an output that cannot be written",
        _ => null,
    };

    /// <summary>Whether the fault can be accepted.</summary>
    public static bool Includes(Diagnostic diagnostic) => !diagnostic.IsUnacceptable && WhyNot(diagnostic.Code) is null;
}
