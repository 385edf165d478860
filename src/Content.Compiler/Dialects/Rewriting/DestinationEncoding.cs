using System.Globalization;
using System.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>Writes what a dialect names a file by so that Markdown and HTML take the whole of it for a destination.</summary>
internal static class DestinationEncoding
{
    /// <summary>A path, without query and fragment, or with them.</summary>
    public static string Encode(string path) => Encode(path, isName: false);

    /// <summary>A name, in which nothing is encoded yet.</summary>
    public static string EncodeName(string name) => Encode(name, isName: true);

    private static string Encode(string path, bool isName)
    {
        var encoded = new StringBuilder(path.Length + 8);
        foreach (var unit in path)
        {
            if (unit <= ' ' || unit is '(' or ')' or '<' or '>' or '"' or '\'' or '\\' or '[' or ']' or '{' or '}' or '|' or '`' or '&' || (isName && unit is '%' or '?' or '#'))
                encoded.Append(CultureInfo.InvariantCulture, $"%{(int)unit:X2}");
            else
                encoded.Append(unit);
        }

        return encoded.ToString();
    }
}
