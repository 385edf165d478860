using System.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What an author wrote, as messages show it.</summary>
public static class Quoted
{
    private const int LongestOffered = 400;

    /// <summary><paramref name="written"/> between single quotes: on one line whatever it holds, and shortened if huge.</summary>
    public static string Text(string written) => $"'{MessageText.OneLine(written)}'";

    /// <summary>Likewise, for what a message offers to be pasted: half a path would be of no use, so only what is no path is shortened.</summary>
    public static string Whole(string offered) => $"'{MessageText.OneLine(offered, LongestOffered)}'";

    /// <summary>A folder by its path from the project; that of the project itself is empty, and has no name to show.</summary>
    public static string Folder(string path) => path.Length == 0 ? "the project folder" : Text(path);

    /// <summary>Several, as a sentence lists them: <c>'a', 'b' or 'c'</c>.</summary>
    public static string Choice(IReadOnlyList<string> written)
    {
        var shown = new StringBuilder();
        for (var index = 0; index < written.Count; index++)
        {
            if (index > 0)
                shown.Append(index == written.Count - 1 ? " or " : ", ");
            shown.Append(Text(written[index]));
        }

        return shown.ToString();
    }
}
