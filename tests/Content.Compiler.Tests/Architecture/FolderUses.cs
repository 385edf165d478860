using System.Text.RegularExpressions;

namespace Content.Compiler.Tests.Architecture;

/// <summary>
/// Which part of a project uses which, as its sources say it: a type counts as used where its name stands in code and its namespace is in scope.
/// </summary>
internal sealed partial class FolderUses
{
    private readonly Dictionary<string, SourceCode> files;

    /// <summary>Reads sources.</summary>
    /// <param name="files">Paths relative to the project, with <c>/</c>, and their texts.</param>
    public FolderUses(IEnumerable<(string Path, string Text)> files) =>
        this.files = files.ToDictionary(file => file.Path, file => new SourceCode(file.Text), StringComparer.Ordinal);

    /// <summary>All sources of the project in <paramref name="folder"/>.</summary>
    public static FolderUses Of(string folder) => new(
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .Where(file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal)));

    /// <summary>
    /// The uses that lie on a circle of the parts directly below <paramref name="parent"/>, each as <c>A/X.cs uses Type of B</c>; empty where there is no circle.
    /// A subfolder is a part, and so is each file beside the subfolders where <paramref name="parent"/> is the project itself:
    /// its files are the two ends of the pipeline. Deeper down, files beside subfolders are what those have in common, and are not a part.
    /// </summary>
    public IReadOnlyList<string> FindCircles(string parent = "")
    {
        var uses = FindUses(parent).ToList();
        var byPart = uses.ToLookup(use => use.From, use => use.To, StringComparer.Ordinal);
        var reach = byPart.ToDictionary(part => part.Key, part => Reach(part.Key, byPart), StringComparer.Ordinal);
        return
        [
            .. uses.Where(use => reach.TryGetValue(use.To, out var back) && back.Contains(use.From))
                .Select(use => $"{use.File} uses {use.Type} of {use.To}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Every use across the parts directly below <paramref name="parent"/>.</summary>
    public IEnumerable<(string From, string To, string File, string Type)> FindUses(string parent = "") =>
        from file in files
        let part = PartOf(file.Key, parent)
        where part is not null
        from other in files
        let used = PartOf(other.Key, parent)
        where used is not null && used != part
        from type in other.Value.Types
        where file.Value.Uses(type, other.Value.Namespace)
        select (part, used, file.Key, type);

    /// <summary>Every folder that has subfolders, the project itself first.</summary>
    public IEnumerable<string> Parents => files.Keys
        .Select(path => path.Split('/'))
        .SelectMany(parts => Enumerable.Range(0, Math.Max(0, parts.Length - 1)).Select(count => string.Join('/', parts[..count])))
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string? PartOf(string path, string parent)
    {
        if (parent.Length > 0)
        {
            if (!path.StartsWith(parent + "/", StringComparison.Ordinal))
                return null;
            path = path[(parent.Length + 1)..];
        }

        var slash = path.IndexOf('/');
        return slash >= 0 ? path[..slash] : parent.Length == 0 ? path : null;
    }

    private static HashSet<string> Reach(string part, ILookup<string, string> uses)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([part]);
        while (open.TryPop(out var next))
        {
            foreach (var used in uses[next].Where(seen.Add))
                open.Push(used);
        }

        return seen;
    }

    /// <summary>One file: what it declares, which names stand in its code, and which namespaces it sees.</summary>
    private sealed class SourceCode
    {
        private readonly HashSet<string> names;
        private readonly HashSet<string> visible;

        public SourceCode(string text)
        {
            Namespace = NamespaceLine().Match(text).Groups[1].Value;
            Types = [.. Declaration().Matches(text).Select(match => match.Groups[1].Value)];
            visible = [.. UsingLine().Matches(text).Select(match => match.Groups[1].Value)];
            for (var name = Namespace; name.Length > 0; name = name.LastIndexOf('.') is var dot and >= 0 ? name[..dot] : "")
                visible.Add(name);
            var code = Quotation().Replace(Comment().Replace(UsingLine().Replace(text, ""), ""), "\"\"");
            names = [.. Name().Matches(code).Select(match => match.Value)];
        }

        public string Namespace { get; }

        public IReadOnlyList<string> Types { get; }

        public bool Uses(string type, string ofNamespace) => names.Contains(type) && visible.Contains(ofNamespace);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);\s*$", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^(?:[a-z]\w* )*(?:class|struct|interface|enum|record(?: struct| class)?) ([A-Z]\w*)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?:\\\\.|[^\"\\\\\n])*\"")]
    private static partial Regex Quotation();

    /// <summary>A name that no dot precedes: <c>file.Site</c> is a member.</summary>
    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex Name();
}
