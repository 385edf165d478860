using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.ExternalLinks;

namespace Content.Build.ExternalLinks;

/// <summary>Hosts by name: <c>intranet.example</c>, or <c>*.corp.example</c> for all below a domain.</summary>
internal sealed class HostList
{
    private readonly ImmutableArray<string> names;

    private HostList(ImmutableArray<string> names) => this.names = names;

    /// <summary>No host.</summary>
    public static HostList Empty { get; } = new([]);

    /// <summary>Reads a property: names between semicolons.</summary>
    public static HostList Parse(string property, string value, List<Diagnostic> diagnostics)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var name in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name) == UriHostNameType.Unknown)
                diagnostics.Add(ExternalLinkErrors.NotAHost(property, name));
            else
                names.Add(name);
        }

        return new HostList(names.DrainToImmutable());
    }

    /// <summary>Whether <paramref name="host"/> is one of them.</summary>
    public bool Contains(string host)
    {
        var name = host.TrimEnd('.').Trim('[', ']');
        foreach (var listed in names)
        {
            var matches = listed.StartsWith("*.", StringComparison.Ordinal)
                ? name.EndsWith(listed[1..], StringComparison.OrdinalIgnoreCase)
                : name.Equals(listed.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
            if (matches)
                return true;
        }

        return false;
    }
}
