using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>What can be wrong between entries that want the same name or address.</summary>
internal static class CatalogErrors
{
    /// <summary>Two entries have one URL.</summary>
    public static Diagnostic SameUrl(string file, TextRange range, string url, string other) => DiagnosticCatalog.AddressNotUnique.At(
        file, range, $"URL {Quoted.Text(url)} is also used by {other}. Give one of them another 'slug' or 'url'.");

    /// <summary>Two entries of a collection have one slug.</summary>
    public static Diagnostic SameSlug(string file, TextRange range, string slug, string collection, string other, bool areDated) => DiagnosticCatalog.AddressNotUnique.At(
        file, range, $"Slug {Quoted.Text(slug)} in {Quoted.Text(collection)} is also used by {other}. Give one of them another 'slug'{(areDated ? ", or keep the dates of their names in all slugs: \"slugDates\": \"keep\" in content.json" : "")}.");

    /// <summary>A published address that leads nowhere; with the entry that it went to, if one is known.</summary>
    public static Diagnostic LostAddress(string file, TextRange range, string address, string alias, Entry? now) => DiagnosticCatalog.AddressLost.At(
        file,
        range,
        now is null
            ? $"{Quoted.Text(address)} was published, and no article has this address any more. Write 'aliases: [{MessageText.OneLine(alias)}]' into the front matter of the article that took its place."
            : $"{Quoted.Text(address)} was published, and no article has this address any more. {now.Article.File} has {Quoted.Text(now.Url)} now: {(now.Aliases.IsEmpty ? $"write 'aliases: [{MessageText.OneLine(alias)}]' into its front matter." : $"add {Quoted.Text(alias)} to its 'aliases'.")}");

    /// <summary>A line of the published addresses that is none.</summary>
    public static Diagnostic NotAddress(string file, TextRange range, string line) => DiagnosticCatalog.AddressLost.At(
        file, range, $"{Quoted.Text(line)} is not an address of the site: a line is one such as '/blog/hello/'. 'dotnet build -t:AcceptContentUrls' writes this file.");

    /// <summary>Two slugs of a collection make one C# name.</summary>
    public static Diagnostic SameSymbol(string file, TextRange range, string symbol, string other) => DiagnosticCatalog.SymbolNotUnique.At(
        file, range, $"The symbol {Quoted.Text(symbol)} is also used by {other}. Give one of them another 'slug'.");

    /// <summary>An alias is the URL of another entry.</summary>
    public static Diagnostic AliasIsUrl(string file, TextRange range, string alias, string other) => DiagnosticCatalog.AliasNotUnique.At(
        file, range, $"Alias {Quoted.Text(alias)} is the URL of {other}. Remove the alias, or give the other entry another URL.");

    /// <summary>An alias is that of another entry.</summary>
    public static Diagnostic AliasIsAlias(string file, TextRange range, string alias, string other) => DiagnosticCatalog.AliasNotUnique.At(
        file, range, $"Alias {Quoted.Text(alias)} is also an alias of {other}. Remove it from one of the two.");
}
