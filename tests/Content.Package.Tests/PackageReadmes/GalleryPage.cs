using System.IO.Compression;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Package.Tests.PackageReadmes;

/// <summary>A package's README as the gallery renders it: with Markdig, its extensions and no raw HTML, and images of hosts that it trusts.</summary>
internal sealed class GalleryPage
{
    private static readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UseGridTables().UsePipeTables().UseListExtras().UseTaskLists().UseEmojiAndSmiley().UseAutoLinks().UseAutoIdentifiers().UseEmphasisExtras().DisableHtml()
        .Build();

    private readonly MarkdownDocument document;

    private GalleryPage(string text)
    {
        document = Markdown.Parse(text, pipeline);
        Html = document.ToHtml(pipeline);
    }

    public string Html { get; }

    /// <summary>What a reader of the page would stumble over; empty where all is well.</summary>
    public IEnumerable<string> Faults
    {
        get
        {
            var ids = document.Descendants<HeadingBlock>().Select(heading => heading.TryGetAttributes()?.Id).ToHashSet();
            foreach (var link in document.Descendants<LinkInline>())
            {
                var url = link.Url ?? "";
                if (!link.IsImage && url.StartsWith('#'))
                {
                    if (!ids.Contains(url[1..]))
                        yield return $"There is no anchor '{url}'.";
                }
                else if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
                {
                    yield return $"'{url}' leads nowhere.";
                }
                else if (link.IsImage && address.Host is not ("raw.githubusercontent.com" or "img.shields.io" or "github.com"))
                {
                    yield return $"The image '{url}' is not shown.";
                }
            }

            if (Html.Contains("&lt;!--", StringComparison.Ordinal) || Html.Contains("&lt;/", StringComparison.Ordinal))
                yield return "Raw HTML is shown as text.";
        }
    }

    public static GalleryPage Of(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        return new GalleryPage(reader.ReadToEnd());
    }
}
