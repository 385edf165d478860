using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Articles;

/// <summary>Reads texts in tests.</summary>
internal static class Reading
{
    public static ContentConfiguration Configuration { get; } = DefaultConfiguration.Instance;

    public static SourceText Source(string text) => new("content/a.md", text);

    public static ArticleContent Markdown(string text, int bodyStart = 0) => Markdown(text, Configuration, bodyStart);

    public static ArticleContent Markdown(string text, ContentConfiguration configuration, int bodyStart = 0) =>
        new MarkdownArticleReader(configuration).Read(Source(text), bodyStart, configuration.Collections[0]).Content;

    /// <summary>An HTML article.</summary>
    public static ArticleReading HtmlArticle(string text, int bodyStart = 0) =>
        new HtmlArticleReader(Configuration).Read(Source(text), bodyStart, Configuration.Collections[0]);

    public static string Html(this ArticleContent content) => Encoding.UTF8.GetString(content.Body.Utf8.Span);

    /// <summary>What stands at a range of a text.</summary>
    public static string At(this string text, TextRange range)
    {
        var lines = text.Split('\n');
        var start = lines.Take(range.StartLine - 1).Sum(line => line.Length + 1) + range.StartColumn - 1;
        var end = lines.Take(range.EndLine - 1).Sum(line => line.Length + 1) + range.EndColumn - 1;
        return text[start..end];
    }
}
