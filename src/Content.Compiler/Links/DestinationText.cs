using System.Text;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>Writes a path as the author of one article would link to it.</summary>
internal static class DestinationText
{
    /// <summary>From an article to a path, both below the content root; <c>./</c> in front where <paramref name="isDotted"/> and nothing else starts it.</summary>
    public static string Relative(string article, string target, bool isDotted)
    {
        var folder = ContentPath.FolderOf(article);
        var shared = CountShared(folder, target);
        var text = new StringBuilder();
        var rest = folder[Math.Min(shared, folder.Length)..];
        if (!rest.IsEmpty)
        {
            for (var ups = rest.Count('/') + 1; ups > 0; ups--)
                text.Append("../");
        }
        else if (isDotted || HasColonFirst(target.AsSpan(shared)))
        {
            text.Append("./");
        }

        return text.Append(UrlText.ForAuthors(target[shared..])).ToString();
    }

    /// <summary>What begins as <c>c:</c> does would be read as a scheme.</summary>
    private static bool HasColonFirst(ReadOnlySpan<char> path) => path.IndexOfAny(':', '/') is var first and >= 0 && path[first] == ':';

    /// <summary>From the root of the host.</summary>
    public static string RootRelative(string basePath, string path) => string.Concat(basePath, "/", UrlText.ForAuthors(path));

    /// <summary>The length of the folders that both share, their last slash included.</summary>
    private static int CountShared(ReadOnlySpan<char> folder, ReadOnlySpan<char> target)
    {
        var shared = 0;
        for (var index = 0; index < target.Length; index++)
        {
            if (index == folder.Length)
                return target[index] == '/' ? index + 1 : shared;
            if (folder[index] != target[index])
                return shared;
            if (target[index] == '/')
                shared = index + 1;
        }

        return shared;
    }
}
