using Content.Compiler.Code;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;

namespace Content.Compiler.Apis;

/// <summary>
/// The APIs that a project knows: those of the assemblies that it refers to, by their metadata, and its own, by its sources, which are not compiled yet.
/// Nothing is read before the first question. Safe to use from several threads at once.
/// </summary>
/// <param name="references">Assemblies, absolute.</param>
/// <param name="sources">C# files, absolute.</param>
/// <param name="generated">Names of types that the catalog brings.</param>
internal sealed class ApiIndex(IReadOnlyCollection<string> references, IReadOnlyCollection<string> sources, IReadOnlyCollection<string> generated) : IDisposable
{
    private readonly Lock asking = new();
    private AssemblyApis? assemblies;
    private Dictionary<string, List<CSharpMember>>? own;
    private HashSet<string> ownNamespaces = [];

    /// <summary>Of the files' lengths and times: while it is the same, so are the answers.</summary>
    public static ContentHash Stamp(IEnumerable<string> references, IEnumerable<string> sources)
    {
        var fingerprint = new Fingerprint();
        foreach (var file in references.Concat(sources))
        {
            var info = new FileInfo(file);
            fingerprint.Add(file).Add(info.Exists ? info.Length : -1).Add(info.Exists ? info.LastWriteTimeUtc.Ticks : 0);
        }

        return fingerprint.Value;
    }

    /// <summary>Whether a name begins with a namespace of the project's own, or nearly.</summary>
    public bool IsOwn(ApiName name)
    {
        lock (asking)
        {
            Load();
            for (var count = name.Segments.Length; count > 0; count--)
            {
                if (ownNamespaces.Contains(string.Join('.', name.Segments.Take(count))))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether a name is nearly one of the project's namespaces, so that it can only be a misspelling of one.</summary>
    public bool IsNearOwn(ApiName name)
    {
        lock (asking)
        {
            Load();
            return Suggestion.Closest(name.Segments[0], ownNamespaces.Select(space => space.Split('.')[0]).Distinct()) is not null
                && !assemblies!.Namespaces.Contains(name.Segments[0]);
        }
    }

    /// <summary>Whether there is such an API; where there is none, what was probably meant.</summary>
    public bool Exists(ApiName name, out string? suggestion)
    {
        lock (asking)
        {
            Load();
            suggestion = null;
            var full = string.Join('.', name.Segments);
            if (name.Parameters is null && (assemblies!.Types.ContainsKey(full) || assemblies.Namespaces.Contains(full) || ownNamespaces.Contains(full)))
                return true;
            if (own!.TryGetValue(full, out var members))
            {
                if (name.Parameters is null || members.Any(member => member.Parameters is null ? name.Parameters.Length == 0 : AreSame(member.Parameters.Select(ApiName.Simplify), name.Parameters)))
                    return true;
                suggestion = Suggestion.Closest(name.Text, members.Select(member => Signature(full, member.Parameters)));
                return false;
            }

            return FindMember(name, full, out suggestion);
        }
    }

    private bool FindMember(ApiName name, string full, out string? suggestion)
    {
        suggestion = null;
        var type = string.Join('.', name.Segments.SkipLast(1));
        var last = name.Segments[^1];
        if (assemblies!.Types.ContainsKey(type))
        {
            var members = assemblies.MembersOf(type).ToList();
            var named = members.FindAll(member => member.Name == last);
            if (named.Count > 0 && (name.Parameters is null || named.Any(member => AreSame(member.Parameters ?? [], name.Parameters))))
                return true;
            suggestion = named.Count > 0
                ? Suggestion.Closest(name.Text, named.Select(member => Signature(full, member.Parameters)))
                : Suggestion.Closest(last, members.Select(member => member.Name).Distinct()) is { } near ? $"{type}.{near}" : null;
            return false;
        }

        if (own!.TryGetValue(type, out var declared))
        {
            // What a type inherits, and what generators add to it, is not to be seen in its source.
            if (declared.Any(member => member.IsOpen))
                return true;
            var prefix = type + ".";
            suggestion = Suggestion.Closest(last, own.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal) && !key.AsSpan(prefix.Length).Contains('.')).Select(key => key[prefix.Length..])) is { } near
                ? prefix + near
                : null;
            return false;
        }

        if (generated.Contains(last) || (name.Segments.Length > 1 && generated.Contains(name.Segments[^2])))
            return true;
        suggestion = Suggestion.Closest(full, own.Keys.Concat(assemblies.Types.Keys.Where(key => key.Length > 0 && key[0] == full[0])));
        return false;
    }

    private void Load()
    {
        if (own is not null)
            return;
        assemblies = new AssemblyApis(references);
        own = new(StringComparer.Ordinal);
        ownNamespaces = new(StringComparer.Ordinal);
        foreach (var file in sources)
        {
            if (SourceReader.Read(file, file).Text is not { } text)
                continue;
            foreach (var member in CSharpMembers.Find(text.Text))
            {
                var full = string.Join('.', member.Path);
                if (member.IsNamespace)
                {
                    ownNamespaces.Add(full);
                    continue;
                }

                if (!own.TryGetValue(full, out var members))
                    own.Add(full, members = []);
                members.Add(member);
            }
        }
    }

    public void Dispose() => assemblies?.Dispose();

    private static bool AreSame(IEnumerable<string> own, string[] written) =>
        own.Count() == written.Length && own.Zip(written).All(pair => pair.First == pair.Second || pair.First == "*" || pair.Second.Length <= 2);

    private static string Signature(string name, string[]? parameters) => parameters is null ? name : $"{name}({string.Join(", ", parameters)})";
}
