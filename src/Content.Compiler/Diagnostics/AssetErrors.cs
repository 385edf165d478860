using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with the files that become part of a site.</summary>
public static class AssetErrors
{
    /// <summary>Two files would be served at one address.</summary>
    public static Diagnostic SameAddress(string file, string other, string url) => DiagnosticCatalog.AddressNotUnique.At(
        file, TextRange.FileStart,
        $"{Quoted.Text(file)} and {Quoted.Text(other)} would both be served at {Quoted.Text(url)}. Rename one of them, or move it to another folder.");
}
