using System.Collections;
using Content.Compiler.Diagnostics;
using Content.Compiler.ExternalLinks;
using Content.Compiler.Paths;

namespace Content.Build.ExternalLinks;

/// <summary>
/// Headers for hosts that want one, such as a token. They come from environment variables whose names begin with <see cref="Prefix"/>,
/// each <c>host Name: value</c>, so that no secret stands in a project; they are sent to their own host only.
/// </summary>
internal sealed class HostHeaders
{
    /// <summary>What the names of the variables begin with.</summary>
    public const string Prefix = "CONTENT_LINK_HEADER";

    private readonly ILookup<string, (string Name, string Value)> byHost;

    private HostHeaders(IEnumerable<(string Host, string Name, string Value)> headers) =>
        byHost = headers.ToLookup(header => header.Host, header => (header.Name, header.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>No header.</summary>
    public static HostHeaders Empty { get; } = new([]);

    /// <summary>Reads the environment's variables. What is wrong with one is said by its name, never by its value.</summary>
    public static HostHeaders Read(IDictionary variables, List<Diagnostic> diagnostics)
    {
        var headers = new List<(string Host, string Name, string Value)>();
        foreach (var variable in variables.Keys.OfType<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (Parse((string?)variables[variable] ?? "") is { } header)
                headers.Add(header);
            else
                diagnostics.Add(ExternalLinkErrors.NotAHeader(variable));
        }

        return new HostHeaders(headers);
    }

    /// <summary>
    /// Adds the headers for the host of <paramref name="request"/>: over https, or over http where somebody allowed the host by name,
    /// because anybody on the way can read them there.
    /// </summary>
    public void AddTo(HttpRequestMessage request, HostList trusted)
    {
        var address = request.RequestUri!;
        if (address.Scheme != Uri.UriSchemeHttps && !trusted.Contains(address.IdnHost))
            return;
        foreach (var (name, value) in byHost[KeyOf(address)])
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string KeyOf(Uri address) => address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";

    private static (string Host, string Name, string Value)? Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var colon = space < 0 ? -1 : text.IndexOf(':', space);
        if (colon < 0 || !Uri.TryCreate($"https://{text[..space]}/", UriKind.Absolute, out var host) || host.AbsolutePath != "/" || host.UserInfo.Length > 0
            || PageAddress.HostOf(host) is null)
            return null;
        var (name, value) = (text[space..colon].Trim(), text[(colon + 1)..].Trim());
        return value.Length > 0 && IsAllowed(name, value) ? (KeyOf(host), name, value) : null;
    }

    /// <summary>Whether the framework takes it as a header of a request, and it is none that the connection itself needs.</summary>
    private static bool IsAllowed(string name, string value)
    {
        if (value.AsSpan().ContainsAnyInRange('\0', '\u001F') || name.ToUpperInvariant() is "HOST" or "CONNECTION" or "TRANSFER-ENCODING" or "CONTENT-LENGTH")
            return false;
        using var request = new HttpRequestMessage();
        return name.Length > 0 && request.Headers.TryAddWithoutValidation(name, value);
    }
}
