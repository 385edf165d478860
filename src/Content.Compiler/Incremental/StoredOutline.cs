using System.Collections.Immutable;
using Content.Compiler.Articles;

namespace Content.Compiler.Incremental;

/// <summary>An outline as the state stores it: unpacked each time it is asked for, because nobody asks twice and ten thousand outlines are many objects.</summary>
internal sealed class StoredOutline(ReadOnlyMemory<byte> bytes) : IArticleOutline
{
    public string Excerpt => new StateReader(bytes.Span).String();

    public ImmutableArray<string> Anchors
    {
        get
        {
            var reader = new StateReader(bytes.Span);
            reader.String();
            return reader.List(static (ref StateReader from) => from.String());
        }
    }

    public ImmutableArray<ArticleHeading> Headings
    {
        get
        {
            var reader = new StateReader(bytes.Span);
            reader.String();
            reader.SkipStrings();
            return reader.List(static (ref StateReader from) => new ArticleHeading(from.Int32(), from.String(), from.String()));
        }
    }

    public static void Write(StateWriter writer, ArticleContent content)
    {
        writer.String(content.Excerpt);
        writer.List(content.Anchors, static (to, anchor) => to.String(anchor));
        writer.List(content.Headings, static (to, heading) =>
        {
            to.Int32(heading.Level);
            to.String(heading.Text);
            to.String(heading.Id);
        });
    }
}
