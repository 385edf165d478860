namespace Content.Compiler.Articles.Html;

/// <summary>Names of elements and attributes: their case is of no matter.</summary>
internal static class ElementName
{
    public static bool Is(this ReadOnlySpan<char> name, ReadOnlySpan<char> other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    public static bool IsAny(this ReadOnlySpan<char> name, params ReadOnlySpan<string> names)
    {
        foreach (var other in names)
        {
            if (name.Is(other))
                return true;
        }

        return false;
    }
}
