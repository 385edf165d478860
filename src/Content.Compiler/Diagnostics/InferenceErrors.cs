using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>Why no content.json was made of the files that are there. All are errors: somebody asked for one.</summary>
internal static class InferenceErrors
{
    /// <summary>What a person wrote is not written over.</summary>
    public static Diagnostic Exists(string file) => DiagnosticCatalog.OutputUnwritable.At(
        file,
        TextRange.FileStart,
        $"{Quoted.Text(file)} already exists and is not overwritten. Rename or delete it first, or name another file: -p:ContentConfig=content.inferred.json.");

    /// <summary>The disk is full, the folder read-only, or the file has just come.</summary>
    public static Diagnostic Unwritable(string file, string reason) => DiagnosticCatalog.OutputUnwritable.At(
        file, TextRange.FileStart, $"{Quoted.Text(file)} cannot be written: {MessageText.OneLine(reason)}");

    /// <summary>No content folder.</summary>
    public static Diagnostic NoRoot(string root, bool isFile) => DiagnosticCatalog.ContentRootMissing.At(
        "",
        TextRange.FileStart,
        isFile
            ? $"The content folder {Quoted.Text(root)} is a file, so there is nothing to infer from. Name the folder that holds the articles: -p:ContentRoot=docs."
            : $"The content folder {Quoted.Text(root)} does not exist, so there is nothing to infer from. Create it, or name another: -p:ContentRoot=docs.")
        with { Severity = DiagnosticSeverity.Error };

    /// <summary>A content folder without articles.</summary>
    public static Diagnostic NoFile(string root) => DiagnosticCatalog.CollectionEmpty.At(
        "",
        TextRange.FileStart,
        $"There is no article below {Quoted.Folder(root)}, so there is nothing to infer from: neither .md, .markdown, .html and .htm, nor a folder of .yml, .yaml, .toml and .json.")
        with { Severity = DiagnosticSeverity.Error };
}
