namespace Content.Compiler.Articles.Extraction;

/// <summary>
/// How many steps a selector takes at most: the engine tries its parts from right to left and goes back at each, so that steps multiply.
/// Counted from the selector and the shape of the article before it is tried.
/// </summary>
internal sealed class SelectorCost(string selector, int elements, int depth, int siblings)
{
    private int position;

    /// <summary>The steps for all elements of the article.</summary>
    public double Count()
    {
        position = 0;
        return elements * ReadList();
    }

    /// <summary>The steps for one element of the selectors up to the end or the closing parenthesis.</summary>
    private double ReadList()
    {
        var (sum, steps) = (0.0, 1.0);
        var isSpaced = false; // white space between two names means any ancestor
        var hasName = false;
        while (position < selector.Length)
        {
            var unit = selector[position++];
            switch (unit)
            {
                case ')':
                    return sum + steps;
                case ',':
                    sum += steps;
                    steps = 1;
                    isSpaced = hasName = false;
                    continue;
                case ' ' or '\t' or '\r' or '\n' or '\f':
                    isSpaced = hasName;
                    continue;
                case '>' or '+' or '~':
                    steps *= unit == '>' ? 1 : siblings;
                    isSpaced = hasName = false;
                    continue;
            }

            if (isSpaced)
                steps *= depth;
            isSpaced = false;
            hasName = true;
            steps *= unit switch
            {
                '[' => SkipTo(']'),
                ':' => ReadPseudo(),
                '\\' => SkipOne(),
                _ => 1,
            };
        }

        return sum + steps;
    }

    private double ReadPseudo()
    {
        var start = position;
        while (position < selector.Length && (char.IsAsciiLetterOrDigit(selector[position]) || selector[position] is '-' or ':'))
            position++;
        var name = selector.AsSpan(start, position - start).ToString().ToLowerInvariant();
        if (position == selector.Length || selector[position] != '(')
            return name.Contains("child", StringComparison.Ordinal) || name.Contains("type", StringComparison.Ordinal) ? siblings : 1;
        position++;
        if (name is "has")
            return elements * ReadList();
        if (name is "not" or "is" or "where" or "matches" or "any")
            return ReadList();
        var inner = position;
        SkipTo(')');
        if (!name.StartsWith("nth", StringComparison.Ordinal))
            return 1;
        // With 'of' selectors are tried on every sibling.
        var of = selector.IndexOf(" of ", inner, position - inner, StringComparison.OrdinalIgnoreCase);
        if (of < 0)
            return siblings;
        position = of + " of ".Length;
        return siblings * ReadList();
    }

    private double SkipTo(char close)
    {
        for (var nested = 1; position < selector.Length && nested > 0; position++)
        {
            var unit = selector[position];
            if (unit is '"' or '\'')
                position = Math.Max(position, selector.IndexOf(unit, position + 1));
            else if (unit == close)
                nested--;
            else if (unit == '(' && close == ')')
                nested++;
        }

        return 1;
    }

    private double SkipOne()
    {
        position++;
        return 1;
    }
}
