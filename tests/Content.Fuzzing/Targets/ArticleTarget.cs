using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Fuzzing.Targets;

/// <summary>Whole articles: links stand where they say, slots lie in the body one after another, headings can be linked to.</summary>
internal sealed class ArticleTarget(string path, ContentConfiguration configuration)
{
    private readonly ArticleReader reader = new(configuration);

    /// <summary>A configuration that takes metadata and the body out of the text.</summary>
    public static ContentConfiguration Extracting { get; } = ConfigurationReader.Read(new SourceText("content.json", """
        { "collections": { "a": { "type": "Article", "files": "**/*", "body": "[id], p", "fields": {
            "title": { "type": "string", "from": "h1, h2, p" },
            "day": { "type": "date?", "from": "p", "match": "(\\d{4}-\\d\\d-\\d\\d)" },
            "links": { "type": "string[]", "from": "a@href" } } } } }
        """)).Configuration;

    public void Run(byte[] bytes)
    {
        var file = new SourceFile(path, "content/" + path, bytes.Length, 0);
        var reading = FuzzText.Decode(bytes, file.File);
        var article = reader.Read(file, reading, 0);
        if (reading.Text is not { } source)
            return;
        FuzzText.Check(source, article.Diagnostics);
        if (article.Content is { } content)
            Check(source, content);
    }

    private static void Check(SourceText source, ArticleContent content)
    {
        FuzzText.Check(source, content.Diagnostics);
        var end = source.Lines.GetPosition(source.Text.Length);
        foreach (var link in content.Links)
            FuzzText.Check(link.Range, end, $"The link '{link.Destination}'");

        var position = 0;
        foreach (var slot in content.Body.Slots)
        {
            FuzzFailureException.Unless(slot.Offset >= position && slot.Length >= 0 && slot.Offset + slot.Length <= content.Body.Utf8.Length, $"{slot} after {position}");
            FuzzFailureException.Unless(slot.Link >= 0 && slot.Link < content.Links.Length, $"{slot} of {content.Links.Length} links");
            position = slot.Offset + slot.Length;
        }

        _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(content.Body.Utf8.Span);
        FuzzFailureException.Unless(content.Anchors.Distinct(StringComparer.Ordinal).Count() == content.Anchors.Length, "An anchor is there twice.");
        foreach (var heading in content.Headings)
            FuzzFailureException.Unless(heading.Id.Length == 0 || content.Anchors.Contains(heading.Id), $"'#{heading.Id}' leads nowhere.");
    }
}
