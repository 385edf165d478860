using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Content.AspNetCore.Addresses;
using Content.AspNetCore.Answers;
using Content.AspNetCore.Sites;
using Content.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Content.AspNetCore.Search;

/// <summary>
/// Search at one address: a page for readers, JSON for programs and for the script. Below it lies the script, and the index in files, from which the script searches
/// where there is no server.
/// </summary>
internal sealed class SearchEndpoints(ContentSite site, string address, Func<ContentSearch, IResult>? page)
{
    private const int UsualLimit = 20;
    private const int LargestLimit = 100;

    /// <summary>Nobody types more, and what a program sends need not be read to its end.</summary>
    private const int LongestQuery = 1000;

    private const string Script = "content-search.js";

    /// <summary>The script's part that reads the index in files, beside which it lies. Where there is a server nobody fetches it.</summary>
    private const string Reader = "reader.js";

    private static readonly Lazy<string> script = new(() => Read(Script));

    private static readonly Lazy<byte[]> reader = new(() => Encoding.UTF8.GetBytes(Read("content-search-reader.js")));

    private (ContentCatalog? Of, Dictionary<string, SearchFile> Files) files = (null, []);

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern, Func<ContentSearch, IResult>? page)
    {
        var site = ContentSite.Of(endpoints);
        var folder = pattern.TrimEnd('/');
        var search = new SearchEndpoints(site, pattern, page);
        site.ExportedAddresses.Add(() => [$"{folder}/{Script}", .. search.Files().Keys.Select(file => $"{folder}/index/{file}")]);
        return new ConventionList(
            MadeFile.Map(endpoints, pattern, search.AnswerAsync),
            MadeFile.Map(endpoints, $"{folder}/{Script}", context => Answer.WriteAsync(context, "text/javascript; charset=utf-8", search.WriteScript())),
            MadeFile.Map(endpoints, folder + "/index/{**file}", search.AnswerFileAsync));
    }

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var query = request.Query["q"].ToString();
        if (query.Length > LongestQuery)
            query = query[..LongestQuery];
        var limit = int.TryParse(request.Query["limit"], out var wanted) ? Math.Clamp(wanted, 0, LargestLimit) : UsualLimit;
        var found = new ContentSearch(query, Find(query, limit));
        context.Response.Headers.Vary = "Accept";
        // Pages of results are no pages of the site.
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (WantsJson(request))
            return Answer.WriteAsync(context, "application/json; charset=utf-8", WriteJson(found, request));
        return Answer.WriteAsync(context, () => (page?.Invoke(found) ?? Answer.Html(WritePage(found, request))).ExecuteAsync(context), site.Mode);
    }

    /// <summary>The best of all catalogs; a site nearly always has one. What only some may read is found by nobody.</summary>
    private IReadOnlyList<SearchHit> Find(string query, int limit)
    {
        if (string.IsNullOrWhiteSpace(query) || limit == 0)
            return [];
        var guarded = site.Routes.Where(route => route.IsProtected).ToArray();
        var hits = site.Catalogs.SelectMany(catalog => catalog.Search(query, guarded.Length == 0 ? limit : LargestLimit));
        if (guarded.Length > 0)
            hits = hits.Where(hit => !guarded.Any(route => route.Owns(hit.Entry)));
        return [.. hits.OrderByDescending(hit => hit.Score).Take(limit)];
    }

    private Task AnswerFileAsync(HttpContext context)
    {
        if (context.GetRouteValue("file") is string name && Files().TryGetValue(name, out var file))
            return Answer.WriteAsync(context, file.ContentType, file.Content);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>The index in files, of the first catalog that has one; none where something that it would hold is not for everybody.</summary>
    private Dictionary<string, SearchFile> Files()
    {
        if (site.Routes.Any(route => route.IsProtected))
            return [];
        foreach (var catalog in site.Catalogs)
        {
            var known = files;
            if (known.Of == catalog)
                return known.Files;
            var made = catalog.ExportSearch().ToDictionary(file => file.Path, StringComparer.Ordinal);
            if (made.Count == 0)
                continue;
            made.Add(Reader, new SearchFile(Reader, "text/javascript; charset=utf-8", reader.Value));
            files = (catalog, made);
            return made;
        }

        return [];
    }

    private static bool WantsJson(HttpRequest request)
    {
        if (request.Query["format"] == "json")
            return true;
        var accept = request.Headers.Accept.ToString();
        return accept.Contains("application/json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private ReadOnlyMemory<byte> WriteJson(ContentSearch search, HttpRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("query", search.Query);
            json.WriteStartArray("hits");
            foreach (var hit in search.Hits)
            {
                json.WriteStartObject();
                json.WriteString("title", hit.Entry.Title ?? hit.Entry.Slug);
                if (hit.Heading is { } heading)
                    json.WriteString("heading", heading.Text);
                json.WriteString("url", request.Href(CatalogOf(hit), hit.Url));
                json.WriteString("snippet", hit.Snippet);
                json.WriteStartArray("matches");
                foreach (var match in hit.Matches)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(match.Start);
                    json.WriteNumberValue(match.Length);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteNumber("score", Math.Round(hit.Score, 4));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private string WritePage(ContentSearch search, HttpRequest request)
    {
        var action = WebUtility.HtmlEncode(request.PathBase.ToUriComponent() + address);
        var html = new StringBuilder($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>Search</title>
            <script src="{WebUtility.HtmlEncode(request.PathBase.ToUriComponent() + address.TrimEnd('/'))}/{Script}" defer></script>
            </head>
            <body>
            <main>
            <h1>Search</h1>
            <form role="search" action="{action}" data-content-search="page">
            <label for="q">Search for</label> <input id="q" name="q" type="search" value="{WebUtility.HtmlEncode(search.Query)}"> <button>Search</button>
            </form>
            <div data-content-results>

            """.ReplaceLineEndings("\n"));
        if (search.Query.Length > 0)
            html.Append(search.Hits.Count == 0 ? "<p>Nothing was found.</p>\n" : "<ol>\n");
        foreach (var hit in search.Hits)
        {
            html.Append("<li><a href=\"").Append(WebUtility.HtmlEncode(request.Href(CatalogOf(hit), hit.Url))).Append("\">")
                .Append(WebUtility.HtmlEncode(hit.Entry.Title ?? hit.Entry.Slug));
            if (hit.Heading is { } heading)
                html.Append(" › ").Append(WebUtility.HtmlEncode(heading.Text));
            html.Append("</a><p>");
            foreach (var (text, isMatch) in ContentSearch.PartsOf(hit))
                html.Append(isMatch ? "<mark>" : "").Append(WebUtility.HtmlEncode(text)).Append(isMatch ? "</mark>" : "");
            html.Append("</p></li>\n");
        }

        return html.Append(search.Hits.Count > 0 ? "</ol>\n" : "").Append("</div>\n</main>\n</body>\n</html>\n").ToString();
    }

    private ContentCatalog? CatalogOf(SearchHit hit) => site.Routes.FirstOrDefault(route => route.Owns(hit.Entry))?.Catalog ?? site.Catalogs.FirstOrDefault();

    /// <summary>The script with the addresses that it has to know: its own, and what all of the site have in front.</summary>
    private byte[] WriteScript() => Encoding.UTF8.GetBytes(script.Value
        .Replace("__ADDRESS__", JavaScriptEncoder.Default.Encode(address), StringComparison.Ordinal)
        .Replace("__SITE__", JavaScriptEncoder.Default.Encode(site.Catalogs.FirstOrDefault()?.BasePath() ?? ""), StringComparison.Ordinal));

    /// <summary>A script without its comments and its indentation, which are for those who read the sources.</summary>
    private static string Read(string name)
    {
        using var stream = new StreamReader(typeof(SearchEndpoints).Assembly.GetManifestResourceStream(name)!);
        var text = new StringBuilder();
        while (stream.ReadLine() is { } line)
        {
            var code = line.AsSpan().Trim();
            if (!code.IsEmpty && !code.StartsWith("//") && !code.StartsWith("/**"))
                text.Append(code).Append('\n');
        }

        return text.ToString();
    }
}
