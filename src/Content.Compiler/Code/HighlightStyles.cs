using System.Collections.Immutable;
using System.Text;

namespace Content.Compiler.Code;

/// <summary>The style sheets of coloured code, which go with the site: for light pages, for dark ones, and one that does as the reader prefers.</summary>
internal static class HighlightStyles
{
    private const string AsPreferred = "highlight.css";
    private const string Dark = "highlight.dark.css";

    /// <summary>Their names, which are their addresses below the site's root as well.</summary>
    public static ImmutableArray<string> Names { get; } = [AsPreferred, Dark, "highlight.light.css"];

    /// <summary>The text of one: what all have in common, and then the colours.</summary>
    public static byte[] Read(string name) => Encoding.UTF8.GetBytes(name switch
    {
        AsPreferred => $"/* Colours of code, light or dark as the reader prefers. */\n{Part("shape")}{Part("light")}\n@media (prefers-color-scheme: dark) {{\n{Indent(Part("dark"))}}}\n",
        Dark => Alone("dark"),
        _ => Alone("light"),
    });

    private static string Alone(string page) =>
        $"/* Colours of code on a {page} page. Each is readable (WCAG AA) on the block and on marked lines. */\n{Part("shape")}{Part(page)}";

    private static string Indent(string rules) => string.Concat(rules.TrimEnd('\n').Split('\n').Select(rule => $"  {rule}\n"));

    private static string Part(string name)
    {
        using var stream = typeof(HighlightStyles).Assembly.GetManifestResourceStream($"highlight.{name}.part.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
