using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>Finds the titles of articles that have none in their metadata: what came without front matter has it in its first heading.</summary>
internal sealed class TitleInText
{
    private const string Key = "title";
    private const string Heading = "h1";

    private readonly MarkdownArticleReader markdown = new(DefaultConfiguration.Instance);
    private readonly HtmlArticleReader html = new(DefaultConfiguration.Instance);

    /// <summary>The fields, with a title that is taken from the text where most of the articles without one have it there.</summary>
    public ImmutableArray<InferredField> Complete(FileGroup group, ImmutableArray<InferredField> fields)
    {
        var written = fields.FirstOrDefault(field => field.Key == Key);
        if (group.Role == FileRole.Include || group.Files[0].Format == ArticleFormat.Data || written is not (null or { Type: "string", IsList: false, IsOptional: true }))
            return fields;
        var without = group.Files.RemoveAll(file => file.IsBroken || file.Metadata?.Find(Key) is not null);
        var found = without.Count(HasHeading);
        if (found == 0 || found * 2 < without.Length)
            return fields;
        var title = (written ?? new InferredField { Key = Key, Type = "string" }) with
        {
            From = Heading,
            IsOptional = found < without.Length,
            Note = string.Create(CultureInfo.InvariantCulture, $"{found} of {group.Files.Length} have it in the text alone"),
        };
        return title.IsOptional ? [.. Rest(required: true), title, .. Rest(required: false)] : [title, .. Rest(required: true), .. Rest(required: false)];

        IEnumerable<InferredField> Rest(bool required) => fields.Where(field => field.Key != Key && field.IsRequired == required);
    }

    private bool HasHeading(ObservedFile file)
    {
        var collection = DefaultConfiguration.Instance.Collections[0];
        var read = file.Format == ArticleFormat.Html ? html.Read(file.Source, file.BodyStart, collection) : markdown.Read(file.Source, file.BodyStart, collection);
        return read.Content.Headings.Any(heading => heading.Level == 1 && heading.Text.Length > 0);
    }
}
