using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>The globs that match the files of one group and those of no other.</summary>
internal static class GroupGlobs
{
    public static ImmutableArray<string> Of(FileGroup group, ImmutableArray<FileGroup> all)
    {
        var extensions = Choice(group.Files);
        var globs = ImmutableArray.CreateBuilder<string>();
        switch (group.Role)
        {
            case FileRole.Section:
                globs.Add("**/_index" + extensions);
                break;
            case FileRole.Include:
                globs.AddRange(group.Files.Select(IncludeFolder).Distinct(StringComparer.Ordinal).Select(folder => $"**/{folder}/**/*{extensions}"));
                break;
            case FileRole.Document:
                globs.Add("**/*" + extensions);
                break;
            case FileRole.Entry when group.Folder.Length > 0:
                globs.Add($"{Literal(group.Folder)}/**/*{extensions}");
                break;
            default:
                if (group.Files.Any(file => file.TopFolder.Length == 0))
                    globs.Add("*" + extensions);
                if (group.Files.Any(file => file.TopFolder.Length > 0))
                    globs.Add("*/index" + extensions);
                break;
        }

        var own = new GlobSet(globs.ToImmutable());
        foreach (var other in all)
        {
            if (other.Role > group.Role && other.Files.Any(file => own.IsMatch(file.Path)))
                globs.AddRange(Of(other, []).Select(glob => "!" + glob));
        }

        return globs.ToImmutable();
    }

    /// <summary>The name of the folder that makes a file an include: the outermost such.</summary>
    private static string IncludeFolder(ObservedFile file) =>
        file.Path.Split('/').First(segment => FileGroups.IncludeFolders.Contains(segment));

    private static string Choice(ImmutableArray<ObservedFile> files)
    {
        string[] extensions = [.. files.Select(file => file.Extension[1..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return extensions is [var only] ? "." + only : $".{{{string.Join(',', extensions)}}}";
    }

    /// <summary>The glob of exactly this folder. A backslash cannot be written, but a question mark matches any one character.</summary>
    private static string Literal(string folder)
    {
        var literal = new StringBuilder(folder.Length);
        foreach (var unit in folder)
        {
            if (unit == '\\')
                literal.Append('?');
            else if ("*?{},![]".Contains(unit))
                literal.Append('[').Append(unit).Append(']');
            else
                literal.Append(unit);
        }

        return literal.ToString();
    }
}
