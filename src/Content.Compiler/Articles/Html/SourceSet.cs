namespace Content.Compiler.Articles.Html;

/// <summary>
/// The URLs of a <c>srcset</c>, by the grammar of the WHATWG: a URL ends at white space; commas at its end belong to the list,
/// commas inside it and <c>@2x</c> to the URL.
/// </summary>
internal ref struct SourceSet(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int position;

    /// <summary>Where the current URL starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next URL.</summary>
    public bool MoveNext()
    {
        while (position < text.Length && (IsSpace(text[position]) || text[position] == ','))
            position++;
        if (position == text.Length)
            return false;
        Start = position;
        while (position < text.Length && !IsSpace(text[position]))
            position++;
        End = position;
        if (text[End - 1] == ',')
        {
            while (End > Start && text[End - 1] == ',')
                End--;
            return true;
        }

        SkipDescriptors();
        return true;
    }

    private void SkipDescriptors()
    {
        var depth = 0;
        for (; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '(':
                    depth = 1;
                    break;
                case ')':
                    depth = 0;
                    break;
                case ',' when depth == 0:
                    return;
            }
        }
    }

    private static bool IsSpace(char unit) => unit is ' ' or '\t' or '\n' or '\f' or '\r';
}
