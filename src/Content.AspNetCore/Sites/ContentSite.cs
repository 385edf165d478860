using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Content.AspNetCore.Answers;
using Content.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Content.AspNetCore.Sites;

/// <summary>What one program has mapped. It hangs on the program's lifetime, since nothing of ours need be among its services.</summary>
internal sealed class ContentSite
{
    private static readonly ConditionalWeakTable<IHostApplicationLifetime, ContentSite> sites = [];

    private readonly ConditionalWeakTable<ContentCatalog, NearbyEntries> nearby = [];

    private ImmutableArray<ContentRoute> routes = [];

    private ContentSite()
    {
    }

    /// <summary>Makes the page for what is not there; null for the plain one.</summary>
    public Func<ContentNotFound, IResult>? NotFoundPage { get; set; }

    /// <summary>The one endpoint that answers for what is not there.</summary>
    public NotFoundEndpoint? NotFound { get; set; }

    /// <summary>Whether agents are told of the Markdown twins.</summary>
    public bool HasAgents { get; set; }

    /// <summary>How the program answers at the moment.</summary>
    public ProgramMode Mode { get; } = new();

    /// <summary>Addresses that an export takes along beside those that endpoints and links name.</summary>
    public List<Func<IEnumerable<string>>> ExportedAddresses { get; } = [];

    public ImmutableArray<ContentRoute> Routes => routes;

    /// <summary>The states that the mapped collections are of now, each once.</summary>
    public IEnumerable<ContentCatalog> Catalogs => routes.Select(route => route.Catalog).Distinct();

    /// <summary>Every entry that anybody may see: none whose endpoint asks who it is.</summary>
    public IEnumerable<IContentEntry> PublicEntries => routes.Where(route => !route.IsProtected).SelectMany(route => route.Entries);

    /// <summary>The public entries of a state, by what their addresses are nearly.</summary>
    public NearbyEntries NearbyIn(ContentCatalog catalog) => nearby.GetValue(catalog, state => new NearbyEntries(this, state));

    public static ContentSite Of(IEndpointRouteBuilder endpoints) => Of(endpoints.ServiceProvider);

    public static ContentSite Of(IServiceProvider services) => sites.GetValue(services.GetRequiredService<IHostApplicationLifetime>(), _ => new ContentSite());

    public void Add(ContentRoute route) => ImmutableInterlocked.Update(ref routes, before => before.Add(route));
}
