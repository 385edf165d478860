namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>The tag and the anchor that can stand before a value, which are no part of it.</summary>
internal static class YamlProperties
{
    /// <summary>Where the value starts, and where the last of its properties ends.</summary>
    public static (int Value, int PropertiesEnd) Skip(string text, int position, int end)
    {
        var propertiesEnd = position;
        while (position < end && text[position] is '&' or '!')
        {
            while (position < end && text[position] is not (' ' or '\t' or '\r' or '\n'))
                position++;
            propertiesEnd = position;
            position = YamlText.SkipSpace(text, position, end);
        }

        return (position, propertiesEnd);
    }
}
