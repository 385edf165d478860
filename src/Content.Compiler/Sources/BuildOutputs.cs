using System.Collections.Immutable;

namespace Content.Compiler.Sources;

/// <summary>
/// Folders that builds of the project have left among the content, where its root is the project folder: what <c>publish -o pub</c> made is no content.
/// They are known by files that nobody but a build makes, and not by a list of where builds went, which another clone would not have.
/// </summary>
internal static class BuildOutputs
{
    private static readonly string[] endings = [".deps.json", ".runtimeconfig.json", ".staticwebassets.endpoints.json"];

    /// <summary>The listing without what lies in outputs of the assembly's project.</summary>
    public static FileListing LeaveOut(FileListing listing, string assemblyName)
    {
        if (assemblyName.Length == 0)
            return listing;
        var names = Array.ConvertAll(endings, ending => assemblyName + ending);
        var outputs = listing.Files.Select(file => file.Path)
            .Where(path => Array.Exists(names, name => path.EndsWith(name, StringComparison.Ordinal) && path.Length > name.Length && path[^(name.Length + 1)] == '/'))
            .Select(path => path[..(path.LastIndexOf('/') + 1)]).Distinct().ToArray();
        if (outputs.Length == 0)
            return listing;
        return listing with
        {
            Files = listing.Files.RemoveAll(file => IsOutput(file.Path)),
            Folders = listing.Folders.RemoveAll(folder => IsOutput(folder + "/")),
            FolderTimes = listing.FolderTimes.RemoveAll(folder => IsOutput(folder.Path + "/")),
        };

        bool IsOutput(string path) => Array.Exists(outputs, output => path.StartsWith(output, StringComparison.Ordinal));
    }
}
