using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>The globs that match the files of one group and those of no other.</summary>
internal static class GroupGlobs
{
    public static ImmutableArray<string> Of(FileGroup group, ImmutableArray<FileGroup> all)
    {
        var globs = Own(group, all);
        var own = new GlobSet(globs);
        foreach (var other in all)
        {
            if (other.Role > group.Role && other.Files.Any(file => own.IsMatch(file.Path)))
                globs = globs.AddRange(Own(other, all).Select(glob => "!" + glob));
        }

        return globs;
    }

    private static ImmutableArray<string> Own(FileGroup group, ImmutableArray<FileGroup> all)
    {
        var extensions = Choice(group.Files);
        var globs = ImmutableArray.CreateBuilder<string>();
        switch (group.Role)
        {
            case FileRole.Section:
                globs.Add("**/_index" + extensions);
                break;
            case FileRole.Include:
                globs.AddRange(IncludeFolders(group, all).Select(folder => $"{folder}**/*{extensions}"));
                break;
            case FileRole.Document:
                globs.Add("**/*" + extensions);
                break;
            case FileRole.Entry when group.IsRootFile:
                globs.Add(Literal(group.Files[0].Path));
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

        return globs.ToImmutable();
    }

    /// <summary>The folders of fragments: by their name, wherever they are, unless pages lie in a folder of that name as well.</summary>
    private static IEnumerable<string> IncludeFolders(FileGroup group, ImmutableArray<FileGroup> all)
    {
        var ofPages = all.Where(other => other.Role < FileRole.Include).SelectMany(other => other.Files).Select(FileGroups.IncludeFolderOf).OfType<string>().Select(NameOf).ToHashSet(StringComparer.Ordinal);
        return group.Files.Select(file => FileGroups.IncludeFolderOf(file)!)
            .Select(folder => ofPages.Contains(NameOf(folder)) ? Literal(folder) : $"**/{NameOf(folder)}/").Distinct(StringComparer.Ordinal);

        static string NameOf(string folder) => folder.TrimEnd('/').Split('/')[^1];
    }

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
