using System.Globalization;
using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>Writes <c>:::note Title</c> and <c>:::note[Title]</c> as a tool does, with its title.</summary>
/// <param name="write">Opens the element: the kind, and the title where one is written.</param>
/// <param name="end">Closes it.</param>
internal sealed class Admonitions(Action<HtmlRenderer, string, string?> write, string end) : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        if (renderer is HtmlRenderer html)
            html.ObjectRenderers.ReplaceOrAdd<HtmlCustomContainerRenderer>(new Renderer(write, end));
    }

    private static readonly MarkdownPipeline plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>Writes a title, which may have emphasis and code in it.</summary>
    public static void WriteTitle(HtmlRenderer renderer, string title)
    {
        var html = title.AsSpan().IndexOfAny("*_`") < 0 ? "" : Markdown.ToHtml(title, plain).Trim();
        if (html.StartsWith("<p>", StringComparison.Ordinal) && html.EndsWith("</p>", StringComparison.Ordinal))
            renderer.Write(html[3..^4]);
        else
            renderer.WriteEscape(title);
    }

    /// <summary>A title as a screen reader says it.</summary>
    public static string TextOf(string title) => title.AsSpan().IndexOfAny("*_`") < 0 ? title : Markdown.ToPlainText(title, plain).Trim();

    /// <summary>The kind and the title as they are written behind the colons.</summary>
    public static (string Kind, string? Title) Read(CustomContainer container)
    {
        var written = $"{container.Info} {container.Arguments}".Trim();
        var length = 0;
        while (length < written.Length && (char.IsLetterOrDigit(written[length]) || written[length] is '-' or '_'))
            length++;
        var title = written[length..].Trim();
        // What stands between braces are attributes, which only the tool's own view knows.
        if (title is [.., '}'] && title.LastIndexOf('{') is var brace and >= 0)
            title = title[..brace].TrimEnd();
        if (title is ['[', .. var inner, ']'])
            title = inner;
        return (written[..length], title.Length == 0 ? null : title);
    }

    /// <summary>The kind as a title: <c>Note</c>.</summary>
    public static string TitleOf(string kind) => kind.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(kind[0])}{kind[1..]}");

    private sealed class Renderer(Action<HtmlRenderer, string, string?> write, string end) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer obj)
        {
            var (kind, title) = Read(obj);
            renderer.EnsureLine();
            if (kind.Length == 0)
            {
                renderer.Write("<div").WriteAttributes(obj).Write('>');
                renderer.WriteChildren(obj);
                renderer.WriteLine("</div>");
                return;
            }

            write(renderer, kind, title);
            renderer.WriteChildren(obj);
            renderer.EnsureLine();
            renderer.WriteLine(end);
        }
    }
}
