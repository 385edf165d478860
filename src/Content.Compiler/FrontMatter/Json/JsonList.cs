using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>Walks over what stands between two brackets: commas, and the bracket at the end.</summary>
internal ref struct JsonList(JsonScanner scanner, int open, char close)
{
    private int comma = -1;
    private bool isFirst = true;

    /// <summary>Goes to the next item; false after the closing bracket, or where reading stops.</summary>
    public bool MoveNext()
    {
        var last = scanner.Position;
        while (true)
        {
            scanner.SkipSpace();
            if (scanner.HasStopped)
                return false;
            if (scanner.IsAtEnd)
            {
                scanner.Fail(new TextSpan(open, 1), $"This '{scanner.Text[open]}' is never closed: add '{close}' after its last value.");
                return false;
            }

            var current = scanner.Current;
            if (current == close)
            {
                if (comma >= 0 && scanner.Dialect == JsonDialect.Strict)
                    scanner.Report(new TextSpan(comma, 1), $"JSON allows no comma before '{close}'. Remove it.");
                scanner.Position++;
                return false;
            }

            if (current == ',')
            {
                if (isFirst || comma >= 0)
                    scanner.Report(new TextSpan(scanner.Position, 1), "One comma too many. Remove it.");
                isFirst = false;
                comma = scanner.Position++;
                continue;
            }

            if (current is '}' or ']')
            {
                var line = scanner.LineOf(open).ToString(CultureInfo.InvariantCulture);
                scanner.Fail(
                    new TextSpan(scanner.Position, 1),
                    $"'{current}' does not close '{scanner.Text[open]}' of line {line}: '{close}' is expected first.");
                return false;
            }

            if (!isFirst && comma < 0 && !TakeMissingComma(last))
                continue;
            isFirst = false;
            comma = -1;
            return true;
        }
    }

    /// <summary>False where the rest of the line was skipped, because a quote within a string has ended it too early.</summary>
    private bool TakeMissingComma(int last)
    {
        if (scanner.Position == last && scanner.Text[last - 1] == '"' && scanner.Current != ':')
        {
            scanner.Report(
                new TextSpan(last - 1, 1),
                "The string ends here, yet its text seems to go on. A double quote inside a string is written \\\".");
            scanner.SkipLine();
            comma = scanner.Position;
            return false;
        }

        scanner.Report(scanner.PeekRun(), "A comma is missing before this.");
        return true;
    }
}
