namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Finds the counterpart of a bracket in text that may be broken.</summary>
internal static class YamlBrackets
{
    /// <summary>The offset of the bracket or brace that closes the one at <paramref name="open"/>, or -1.</summary>
    public static int FindClose(string text, int open, int end)
    {
        var depth = 0;
        var startsToken = true;
        for (var position = open; position < end; position++)
        {
            var unit = text[position];
            switch (unit)
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}':
                    depth--;
                    if (depth == 0)
                        return position;
                    break;
                case '"' or '\'' when startsToken:
                    position = SkipString(text, position, end);
                    break;
                case '#' when position > open && text[position - 1] is ' ' or '\t' or '\r' or '\n':
                    position = YamlText.LineEnd(text, position, end) - 1;
                    break;
            }

            startsToken = unit is '[' or '{' or ',' or ':' || (startsToken && unit is ' ' or '\t' or '\r' or '\n');
        }

        return -1;
    }

    private static int SkipString(string text, int position, int end)
    {
        var quote = text[position];
        while (++position < end && text[position] != quote)
        {
            if (quote == '"' && text[position] == '\\')
                position++;
        }

        return position;
    }
}
