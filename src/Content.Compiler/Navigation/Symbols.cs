using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>A part of a file with a name, and the parts in it.</summary>
/// <param name="Name">Never empty.</param>
/// <param name="Detail">Beside the name; or null.</param>
/// <param name="Span">All of it.</param>
/// <param name="NameSpan">Its name, within <paramref name="Span"/>.</param>
/// <param name="IsKey">Whether it is a key of metadata, and not a heading.</param>
/// <param name="Children">The parts in it.</param>
internal sealed record Symbol(string Name, string? Detail, TextSpan Span, TextSpan NameSpan, bool IsKey, ImmutableArray<Symbol> Children)
{
    private const int Deepest = 64;

    /// <summary>The symbols of a file: its headings, or the keys of what is nothing but keys.</summary>
    public static ImmutableArray<Symbol> Of(ContentDocument document)
    {
        if (document.IsConfiguration || document.Format == ArticleFormat.Data)
            return document.Block.Root is { } root ? Keys(root, 0) : [];
        var next = 0;
        return Headings(document, 0, ref next);
    }

    private static ImmutableArray<Symbol> Headings(ContentDocument document, int above, ref int next)
    {
        var symbols = ImmutableArray.CreateBuilder<Symbol>();
        var headings = document.Outline.Headings;
        while (next < headings.Length && headings[next].Level > above)
        {
            var index = next++;
            var heading = headings[index];
            var children = Headings(document, heading.Level, ref next);
            var name = heading.Text.Length > 0 ? heading.Text : new string('#', heading.Level);
            var span = document.Outline.SectionOf(index, document.Text.Length);
            symbols.Add(new Symbol(name, document.IdOf(index) is { Length: > 0 } id ? "#" + id : null, span, heading.Span, IsKey: false, children));
        }

        return symbols.ToImmutable();
    }

    private static ImmutableArray<Symbol> Keys(MetadataMapping mapping, int depth)
    {
        var symbols = ImmutableArray.CreateBuilder<Symbol>();
        foreach (var property in mapping.Properties)
        {
            var end = Math.Max(property.KeySpan.End, property.Value.Span.End);
            var children = property.Value is MetadataMapping inner && depth < Deepest ? Keys(inner, depth + 1) : [];
            symbols.Add(new Symbol(
                property.Key.Length > 0 ? property.Key : "\"\"", (property.Value as MetadataScalar)?.Text, TextSpan.FromBounds(property.KeySpan.Start, end), property.KeySpan, IsKey: true, children));
        }

        return symbols.ToImmutable();
    }
}
