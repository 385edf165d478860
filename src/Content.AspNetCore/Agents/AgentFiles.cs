using System.Text;
using Content.AspNetCore.Addresses;
using Content.AspNetCore.Markdown;
using Content.AspNetCore.Sites;
using Content.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Content.AspNetCore.Agents;

/// <summary>Writes <c>/llms.txt</c> and <c>/llms-full.txt</c>: every published page that anybody may see, by collection.</summary>
internal static class AgentFiles
{
    public static byte[] WriteList(ContentForAgents agents, ContentSite site, HttpRequest request)
    {
        var text = WriteHead(agents, request);
        foreach (var route in Routes(site))
        {
            text.Append("\n## ").Append(route.Name).Append("\n\n");
            foreach (var entry in Pages(route))
            {
                text.Append("- [").Append(Line(entry.Title ?? entry.Slug).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)).Append("](")
                    .Append(request.Absolute(route.Catalog, MarkdownTwin.UrlOf(entry))).Append(')');
                if (Line(entry.Excerpt) is { Length: > 0 } excerpt)
                    text.Append(": ").Append(excerpt);
                text.Append('\n');
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] WriteAll(ContentForAgents agents, ContentSite site, HttpRequest request)
    {
        var text = WriteHead(agents, request);
        foreach (var route in Routes(site))
        {
            foreach (var entry in Pages(route))
            {
                text.Append("\n---\n\nSource: ").Append(request.Absolute(route.Catalog, entry.Url)).Append("\n\n")
                    .Append(MarkdownTwin.WriteText(entry, route.Catalog, request));
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static StringBuilder WriteHead(ContentForAgents agents, HttpRequest request)
    {
        var text = new StringBuilder("# ").Append(Line(agents.Title ?? request.HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().ApplicationName)).Append('\n');
        if (agents.Summary is { Length: > 0 } summary)
            text.Append("\n> ").Append(Line(summary)).Append('\n');
        return text;
    }

    private static IEnumerable<ContentRoute> Routes(ContentSite site) => site.Routes.Where(route => !route.IsProtected && Pages(route).Any());

    private static IEnumerable<IContentEntry> Pages(ContentRoute route) => route.Entries.Where(entry => entry.IsPublished && MarkdownTwin.Has(entry));

    /// <summary>What an author wrote in several lines would begin others.</summary>
    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
