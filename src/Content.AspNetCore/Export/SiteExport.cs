using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Content.AspNetCore.Answers;
using Content.AspNetCore.Markdown;
using Content.AspNetCore.Markup;
using Content.AspNetCore.Sites;
using Content.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Content.AspNetCore.Export;

/// <summary>
/// One export: the program is asked for everything that it is known to have, then for everything that its pages link to, and what it answers becomes files.
/// </summary>
internal sealed class SiteExport
{
    private static readonly SearchValues<char> endOfAddress = SearchValues.Create(" \t\r\n\"'<>)]");

    private const string NotFoundPage = "/404.html";

    private readonly ContentSite site;
    private readonly ContentExport options;
    private readonly ExportFolder folder;
    private readonly ExportedAddress address;
    private readonly HttpClient client;
    private readonly CancellationToken end;

    private readonly ConcurrentDictionary<string, Asked> asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ulong, byte> ids = new();
    private readonly ConcurrentDictionary<(string Path, string Fragment), string> links = new();
    private readonly ConcurrentBag<(string Path, string Error)> errors = [];
    private ConcurrentQueue<(string Path, Wanted Wanted)> next = new();
    private int pages;

    private SiteExport(ContentSite site, ContentExport options, ExportFolder folder, ExportedAddress address, HttpClient client, CancellationToken end)
    {
        this.site = site;
        this.options = options;
        this.folder = folder;
        this.address = address;
        this.client = client;
        this.end = end;
    }

    /// <returns>What the program ends with.</returns>
    public static async Task<int> RunAsync(WebApplication app, ContentSite site, ExportArguments arguments, ContentExport options, TextWriter output, TextWriter complaints)
    {
        ContentLive.Stop();
        site.Mode.IsExporting = true;
        var published = site.Catalogs.Select(catalog => catalog.Site).FirstOrDefault(address => address is not null);
        var origin = published?.GetLeftPart(UriPartial.Authority) ?? "http://localhost";
        var own = published?.AbsolutePath.TrimEnd('/') ?? "";
        try
        {
            using var folder = ExportFolder.Open(
                arguments.Folder, app.Environment.ContentRootPath, app.Environment.WebRootPath, site.Routes.SelectMany(route => route.Entries).Select(entry => entry.SourceFile));
            var end = app.Lifetime.ApplicationStopping;
            await using var server = await ExportServer.StartAsync(app, new Uri(origin), end);
            var export = new SiteExport(site, options, folder, new ExportedAddress(origin, own, arguments.Base ?? own), server.Client, end);
            try
            {
                await export.WriteAsync(app);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                await complaints.WriteLineAsync("error: The export was stopped. What is written is whole; the rest is missing.");
                return 1;
            }

            var errors = export.errors.Distinct().OrderBy(error => error.Path, StringComparer.Ordinal).ThenBy(error => error.Error, StringComparer.Ordinal).ToArray();
            foreach (var (path, error) in errors)
                await complaints.WriteLineAsync($"error: {path}: {error}");
            if (errors.Length == 0)
                folder.RemoveOthers();
            if (published is null)
                await complaints.WriteLineAsync("warning: 'site' is not set in content.json, so absolute addresses, as in feeds and the site map, begin with http://localhost.");
            if (site.PublicEntries.Count(entry => !entry.IsPublished) is > 0 and var drafts)
                await complaints.WriteLineAsync($"warning: {Count(drafts, "draft")} of this build {(drafts == 1 ? "is" : "are")} in the export. A Release build has none: dotnet run -c Release -- --export {arguments.Folder}");
            await output.WriteLineAsync(
                $"{(errors.Length == 0 ? "Exported" : $"{Count(errors.Length, "error")}; exported")} {Count(export.pages, "page")} and {Count(folder.Count - export.pages, "other file")} to {arguments.Folder}: {folder.Changed} written, {folder.Count - folder.Changed} as they were, {folder.Removed} removed.");
            return errors.Length == 0 ? 0 : 1;
        }
        catch (ExportException failure)
        {
            await complaints.WriteLineAsync("error: " + failure.Message);
            return 1;
        }
    }

    private static string Count(int count, string name) => string.Create(CultureInfo.InvariantCulture, $"{count} {name}{(count == 1 ? "" : "s")}");

    private async Task WriteAsync(WebApplication app)
    {
        foreach (var (path, wanted) in Seeds(app))
            Want(path, wanted);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = end };
        while (!next.IsEmpty)
        {
            var round = next;
            next = new ConcurrentQueue<(string, Wanted)>();
            await Parallel.ForEachAsync(round, parallel, async (item, _) => await AskAsync(item.Path, item.Wanted));
        }

        CheckLinks();
    }

    /// <summary>What there is without a link to it.</summary>
    private IEnumerable<(string Path, Wanted Wanted)> Seeds(WebApplication app)
    {
        foreach (var route in site.Routes.Where(route => !route.IsProtected && !route.IsExcludedFromExport))
        {
            foreach (var entry in route.Entries)
            {
                yield return (entry.Url, Wanted.Surely);
                foreach (var alias in entry.Aliases)
                    yield return (alias, Wanted.Surely);
                if (site.HasAgents && MarkdownTwin.Has(entry))
                    yield return (MarkdownTwin.UrlOf(entry), Wanted.Surely);
            }
        }

        foreach (var path in options.Added)
            yield return (path, Wanted.Surely);
        foreach (var path in site.ExportedAddresses.SelectMany(addresses => addresses()))
            yield return (InSite(path), Wanted.Surely);
        yield return (InSite("/"), Wanted.IfThere);
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (IsPage(endpoint))
                yield return (InSite("/" + endpoint.RoutePattern.RawText!.TrimStart('/', '~')), Wanted.Surely);
        }

        foreach (var file in Files(app.Environment.WebRootFileProvider, ""))
            yield return (InSite(file), Wanted.IfThere);
        yield return (InSite(NotFoundPage), Wanted.AsNotFound);
    }

    private string InSite(string path) => address.IsOwn(path) ? path : address.Own + path;

    /// <summary>Whether an endpoint is at one address, and for everybody.</summary>
    private static bool IsPage(RouteEndpoint endpoint)
    {
        var (pattern, metadata) = (endpoint.RoutePattern, endpoint.Metadata);
        return pattern.Parameters.Count == 0 && pattern.RawText is not null
            // Of a framework, as those of Blazor.
            && !pattern.RawText.TrimStart('/').StartsWith('_')
            && (metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: { Count: > 0 } methods } || methods.Contains(HttpMethods.Get))
            && metadata.GetMetadata<ExcludedFromExport>() is null
            && (metadata.GetMetadata<IAuthorizeData>() is null || metadata.GetMetadata<IAllowAnonymous>() is not null)
            // Files, which are listed as such: these have an endpoint for every way in which they are compressed.
            && !metadata.Any(item => item.GetType().Name == "StaticAssetDescriptor");
    }

    private static IEnumerable<string> Files(IFileProvider provider, string folder)
    {
        var contents = provider.GetDirectoryContents(folder).ToArray();
        var names = contents.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var file in contents)
        {
            var path = $"{folder}/{file.Name}";
            // What the framework brings along for other kinds of pages is exported where a page has it.
            if (file.IsDirectory && path == "/_framework")
                continue;
            if (file.IsDirectory)
            {
                foreach (var inner in Files(provider, path))
                    yield return inner;
            }
            else if (!(file.Name.EndsWith(".gz", StringComparison.Ordinal) || file.Name.EndsWith(".br", StringComparison.Ordinal)) || !names.Contains(file.Name[..^3]))
            {
                yield return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
            }
        }
    }

    private void Want(string path, Wanted wanted)
    {
        var query = path.IndexOfAny(['?', '#']);
        if (query >= 0)
            path = path[..query];
        path = new Uri(client.BaseAddress!, path).AbsolutePath;
        if (options.Excluded.Exists(excluded => address.Strip(path).StartsWith(excluded, StringComparison.Ordinal)))
            return;
        if (asked.TryAdd(path, new Asked()))
            next.Enqueue((path, wanted));
    }

    private async Task AskAsync(string path, Wanted wanted)
    {
        var state = asked[path];
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!, path));
            request.Headers.TryAddWithoutValidation("Accept", "*/*");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end);
            state.Status = (int)response.StatusCode;
            if (state.Status == 200 || wanted == Wanted.AsNotFound && state.Status == 404)
                Take(path, wanted, state, response, await response.Content.ReadAsByteArrayAsync(end));
            else if (state.Status is >= 300 and < 400 && response.Headers.Location is { } location)
                TakeRedirect(path, state, location);
            else if (wanted == Wanted.Surely || wanted == Wanted.IfThere && state.Status >= 500)
                errors.Add((path, Describe(path, state.Status)));
        }
        catch (HttpRequestException failure)
        {
            errors.Add((path, $"gave no answer: {failure.Message}"));
        }
        catch (ExportException failure)
        {
            errors.Add((path, failure.Message));
        }
    }

    private string Describe(string path, int status) => site.Mode.Failures.TryGetValue(Uri.UnescapeDataString(path), out var failure)
        ? $"answers {status}: {failure}"
        : $"answers {status}, not 200.";

    private void Take(string path, Wanted wanted, Asked state, HttpResponseMessage response, byte[] body)
    {
        var type = response.Content.Headers.ContentType?.MediaType ?? "";
        var isPage = type is "text/html" or "application/xhtml+xml";
        if (wanted == Wanted.AsNotFound && !isPage)
            return;
        // What is no page, has no extension and is linked from nowhere is asked for by programs, not by readers.
        if (!isPage && wanted == Wanted.Surely && !HasExtension(path) && !IsEntry(path))
            return;
        state.IsPage = isPage;
        // The page for what is missing is there, whatever the program says of the address.
        state.Status = StatusCodes.Status200OK;
        var page = new Uri(client.BaseAddress!, path);
        if (isPage)
        {
            var found = HtmlLinks.Read(body);
            var from = found.Base is { } other && Uri.TryCreate(page, other, out var basis) ? basis : page;
            foreach (var id in found.Ids)
                ids.TryAdd(IdOf(path, id), 0);
            foreach (var link in found.Links)
                Follow(path, from, link.Destination, link.IsChecked);
            if (!address.IsSame)
                body = found.Rewrite(body, address.PublishDestination);
            Interlocked.Increment(ref pages);
        }
        else if (type == "text/css")
        {
            var css = Encoding.UTF8.GetString(body);
            foreach (var (_, _, destination) in CssLinks.Read(css))
                Follow(path, page, destination, isChecked: true);
            if (!address.IsSame)
                body = Encoding.UTF8.GetBytes(CssLinks.Rewrite(css, address.PublishDestination));
        }
        else if (!address.IsSame && (type.StartsWith("text/", StringComparison.Ordinal) && type != "text/javascript" || type.EndsWith("xml", StringComparison.Ordinal) && type != "image/svg+xml"))
        {
            body = PublishAbsolute(body);
        }

        folder.Write(address.FileOf(path, isPage), body);
    }

    private bool IsEntry(string path) => site.Catalogs.Any(catalog => catalog.Find(path) is not null);

    /// <summary>The absolute addresses in a text, for which no place in its grammar matters.</summary>
    private byte[] PublishAbsolute(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body);
        var published = new StringBuilder(text.Length);
        var from = 0;
        for (var at = text.IndexOf(address.Origin, StringComparison.Ordinal); at >= 0; at = text.IndexOf(address.Origin, from, StringComparison.Ordinal))
        {
            var path = at + address.Origin.Length;
            published.Append(text, from, path - from);
            from = path;
            if (path >= text.Length || text[path] != '/')
                continue;
            var length = text.AsSpan(path).IndexOfAny(endOfAddress);
            length = length < 0 ? text.Length - path : length;
            published.Append(address.Publish(text.Substring(path, length)));
            from = path + length;
        }

        return Encoding.UTF8.GetBytes(published.Append(text, from, text.Length - from).ToString());
    }

    private void TakeRedirect(string path, Asked state, Uri location)
    {
        var target = new Uri(new Uri(client.BaseAddress!, path), location);
        var isOurs = IsOurs(target);
        if (isOurs)
        {
            state.Target = target.AbsolutePath;
            Want(target.AbsolutePath, Wanted.Surely);
        }

        var destination = isOurs ? address.Publish(target.PathAndQuery) + target.Fragment : target.AbsoluteUri;
        var file = address.FileOf(path, isPage: true);
        // A host redirects to the slash by itself.
        if (isOurs && file == address.FileOf(target.AbsolutePath, isPage: true))
            return;
        var html = WebUtility.HtmlEncode(destination);
        folder.Write(file, Encoding.UTF8.GetBytes($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Moved</title>
            <link rel="canonical" href="{html}">
            <meta name="robots" content="noindex">
            <meta http-equiv="refresh" content="0; url={html}">
            </head>
            <body>
            <p>This page has moved to <a href="{html}">{html}</a>.</p>
            </body>
            </html>

            """.ReplaceLineEndings("\n")));
    }

    private void Follow(string path, Uri page, string destination, bool isChecked)
    {
        if (!Uri.TryCreate(page, destination, out var target) || !IsOurs(target))
            return;
        // A fragment may give words instead of an id.
        var fragment = target.Fragment.Length > 1 ? Uri.UnescapeDataString(target.Fragment[1..].Split(":~:")[0]) : "";
        if (isChecked)
            links.TryAdd((target.AbsolutePath, fragment), path);
        if (target.AbsolutePath != path)
            Want(target.AbsolutePath, Wanted.Linked);
    }

    private bool IsOurs(Uri target) => target.Scheme is "http" or "https" && target.Authority.Equals(client.BaseAddress!.Authority, StringComparison.OrdinalIgnoreCase);

    /// <summary>Every link is held against what was answered, once all is known.</summary>
    private void CheckLinks()
    {
        foreach (var ((path, fragment), from) in links)
        {
            if (!asked.TryGetValue(path, out var target))
                continue;
            // From one redirect to the next, as a browser goes.
            var reached = path;
            for (var step = 0; target.Target is { } further && step < 20 && asked.TryGetValue(further, out var onward); step++)
                (reached, target) = (further, onward);
            if (target.Status != 200)
            {
                // What lies beside the site on its host is not ours to check.
                if (address.IsOwn(reached))
                    errors.Add((from, $"links to '{path}', which answers {target.Status}."));
            }
            else if (fragment is not ("" or "top") && target.IsPage && !ids.ContainsKey(IdOf(reached, fragment)))
            {
                errors.Add((from, $"links to '{path}#{fragment}', but that page has no element with this id."));
            }
        }
    }

    private static ulong IdOf(string path, string id) => EntityTag.Hash(Encoding.UTF8.GetBytes($"{path}#{id}"));

    private static bool HasExtension(string path) => path.LastIndexOf('.') > path.LastIndexOf('/');

    /// <summary>How much an address has to be there.</summary>
    private enum Wanted
    {
        /// <summary>Anything but 200 is an error.</summary>
        Surely,

        /// <summary>The page that links to it says what is wrong.</summary>
        Linked,

        /// <summary>It may be missing.</summary>
        IfThere,

        /// <summary>The page for what is missing.</summary>
        AsNotFound,
    }

    private sealed class Asked
    {
        public int Status { get; set; }

        /// <summary>Where a redirect leads, inside the site.</summary>
        public string? Target { get; set; }

        public bool IsPage { get; set; }
    }
}
