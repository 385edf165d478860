using System.Globalization;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig.Helpers;

namespace Content.Compiler.Articles.Html;

/// <summary>Gives ids to the headings of an HTML article that have none, as those of Markdown get them. What is taken stays taken.</summary>
internal static class HeadingIds
{
    /// <summary>Ids for the headings of the article <paramref name="html"/>, whose tags are <paramref name="tags"/>; what is to be written goes to <paramref name="edits"/>.</summary>
    public static void Give(ArticleFacts facts, ReadOnlySpan<char> html, IReadOnlyList<TextSpan> tags, AnchorStyle style, List<BodyEdit> edits)
    {
        GitHubSlugger? slugger = null;
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < tags.Count; index++)
        {
            var heading = facts.Headings[index];
            if (heading.Id.Length > 0)
                continue;
            if (slugger is null)
            {
                slugger = new GitHubSlugger(style);
                foreach (var anchor in facts.Anchors.InOrder)
                    slugger.Reserve(anchor);
            }

            var id = style != AnchorStyle.Markdig ? slugger.Next(heading.Text) : NextOfMarkdig(heading.Text, facts, taken);
            if (id.Length == 0)
                continue;
            facts.Anchors.Add(id);
            facts.Headings[index] = heading with { Id = id };

            edits.Add(Write(html, tags[index], id));
        }
    }

    /// <summary>Writes <paramref name="id"/> into the tag of a heading: in the place of an empty one, or behind the name.</summary>
    public static BodyEdit Write(ReadOnlySpan<char> html, TextSpan tag, string id)
    {
        // The name is one letter and one digit.
        var start = tag.Start + 3;
        var attributes = new HtmlAttributeReader(html, start, tag.End);
        while (attributes.MoveNext())
        {
            if (html.Slice(attributes.Name.Start, attributes.Name.Length).Is("id"))
                return new BodyEdit(attributes.Name.Start, attributes.Position - attributes.Name.Start, $"id=\"{id}\"", IsSlot: false);
        }

        return new BodyEdit(start, 0, $" id=\"{id}\"", IsSlot: false);
    }

    private static string NextOfMarkdig(string text, ArticleFacts facts, Dictionary<string, int> taken)
    {
        var slug = LinkHelper.Urilize(text, allowOnlyAscii: true);
        if (slug.Length == 0)
            slug = "section";
        var id = slug;
        while (facts.Anchors.Contains(id))
        {
            var number = taken[slug] = taken.GetValueOrDefault(slug) + 1;
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        }

        return id;
    }
}
