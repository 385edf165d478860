using System.Collections.Immutable;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Configuration;

namespace Content.Compiler;

/// <summary>What a build has to know before it compiles.</summary>
public sealed record ContentSettings
{
    /// <summary>
    /// Folders below the project's that hold content and nothing else, relative to it, with <c>/</c>: the content folder. Where that is the project folder
    /// itself, or around it, the folders of the collections, because the program lies there as well.
    /// </summary>
    public required ImmutableArray<string> Folders { get; init; }

    /// <summary>The namespace of the generated code as C# writes it: a legal one, keywords marked. Empty is the global namespace.</summary>
    public required string Namespace { get; init; }

    internal static ContentSettings Of(CompilationRequest request) => new()
    {
        Folders = FindFolders(request),
        Namespace = CSharpIdentifier.LegalizeNamespace(request.Namespace),
    };

    private static ImmutableArray<string> FindFolders(CompilationRequest request)
    {
        var configured = ConfigurationFile.Read(request);
        var root = Path.GetFullPath(request.Root ?? configured.ReadRoot(), request.ProjectDirectory);
        var fromRoot = Relative(root, request.ProjectDirectory);
        if (IsOutside(fromRoot))
            return Below(root);
        return
        [
            .. configured.Parse().Configuration.Collections.Where(collection => collection.BaseFolder.Length > 0)
                .SelectMany(collection => Below(Path.GetFullPath(collection.BaseFolder, root))).Distinct().Order(StringComparer.Ordinal),
        ];

        ImmutableArray<string> Below(string folder) =>
            Relative(request.ProjectDirectory, folder) is var relative && relative != "." && !IsOutside(relative) ? [relative] : [];
    }

    private static string Relative(string from, string to) => Path.GetRelativePath(from, to).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsOutside(string relative) => relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative);
}
