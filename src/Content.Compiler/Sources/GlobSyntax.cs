using System.Text;
using System.Text.RegularExpressions;

namespace Content.Compiler.Sources;

/// <summary>Translates glob syntax into a regular expression.</summary>
internal static class GlobSyntax
{
    public static string ToExpression(string glob)
    {
        var expression = new StringBuilder("\\A");
        var choices = 0;
        for (var index = 0; index < glob.Length; index++)
        {
            switch (glob[index])
            {
                case '*' when StartsDoubleStar(glob, index):
                    var end = index + 2;
                    if (end < glob.Length)
                    {
                        expression.Append("(?:[^/]+/)*");
                        end++;
                    }
                    else
                    {
                        expression.Append("(?s:.*)");
                    }

                    index = end - 1;
                    break;
                case '*':
                    expression.Append("[^/]*");
                    break;
                case '?':
                    expression.Append("[^/]");
                    break;
                case '{' when glob.IndexOf('}', index) > 0:
                    choices++;
                    expression.Append("(?:");
                    break;
                case ',' when choices > 0:
                    expression.Append('|');
                    break;
                case '}' when choices > 0:
                    choices--;
                    expression.Append(')');
                    break;
                default:
                    expression.Append(Regex.Escape(glob[index].ToString()));
                    break;
            }
        }

        return expression.Append(')', choices).Append("\\z").ToString();
    }

    /// <summary><c>**</c> that is a whole segment.</summary>
    private static bool StartsDoubleStar(string glob, int index) =>
        index + 1 < glob.Length && glob[index + 1] == '*'
        && (index == 0 || glob[index - 1] == '/')
        && (index + 2 == glob.Length || glob[index + 2] == '/');
}
