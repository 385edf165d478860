using System.IO.Enumeration;
using Content.Compiler.Baselines;

namespace Content.Build;

/// <summary>
/// Lets git merge baselines: two branches that add a line each, one below the other, are a conflict for it unless an attribute says that both sides are right.
/// </summary>
internal static class MergeAttribute
{
    private const string FileName = ".gitattributes";
    private const string Line = $"{Baseline.FileName} merge=union\n";

    /// <summary>Writes the attribute beside the project, unless the project is in no repository or one says already how such a file is merged.</summary>
    /// <returns>The file that it was written to, absolute; null where it was not.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static string? Write(string projectDirectory)
    {
        var root = ContentReport.FindSourceRoot(projectDirectory);
        if (!Path.Exists(Path.Combine(root, ".git")))
            return null;
        for (var folder = projectDirectory; folder is not null; folder = folder == root ? null : Path.GetDirectoryName(folder))
        {
            if (Path.Combine(folder, FileName) is var known && File.Exists(known) && File.ReadLines(known).Any(SaysHow))
                return null;
        }

        var file = Path.Combine(projectDirectory, FileName);
        var before = File.Exists(file) ? File.ReadAllText(file) : "";
        File.AppendAllText(file, before.Length == 0 || before.EndsWith('\n') ? Line : "\n" + Line);
        return file;
    }

    private static bool SaysHow(string line)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts[0][0] != '#'
            && FileSystemName.MatchesSimpleExpression(parts[0].AsSpan(parts[0].LastIndexOf('/') + 1), Baseline.FileName, ignoreCase: false)
            && parts.Skip(1).Any(attribute => attribute.TrimStart('-', '!').Split('=')[0] is "merge" or "binary");
    }
}
