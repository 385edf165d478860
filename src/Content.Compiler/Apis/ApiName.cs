namespace Content.Compiler.Apis;

/// <summary>The name of an API as articles write it: <c>Shop.Cart.Add(System.DateTime)</c>.</summary>
/// <param name="Segments">Namespaces, types and member, without type parameters.</param>
/// <param name="Parameters">The types of its parameters; null where none are written.</param>
/// <param name="Text">As written.</param>
internal sealed record ApiName(string[] Segments, string[]? Parameters, string Text)
{
    /// <summary>Nobody's name is longer.</summary>
    private const int Longest = 1000;

    /// <summary>The scheme of links to APIs.</summary>
    public const string Scheme = "xref:";

    /// <summary>What a destination with the <see cref="Scheme"/> names, without the query and fragment that docfx takes behind it.</summary>
    public static string UidIn(string destination)
    {
        var end = destination.AsSpan().IndexOfAny('?', '#');
        return Uri.UnescapeDataString(destination[Scheme.Length..(end < 0 ? destination.Length : end)]);
    }

    /// <summary>Reads a name; null where it is none.</summary>
    public static ApiName? Parse(string written)
    {
        var text = written.Split('?')[0];
        if (text.Length is 0 or > Longest)
            return null;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var path = open < 0 ? text : text[..open];
        var segments = new List<string>();
        foreach (var segment in path.TrimEnd('*').TrimEnd('.').Split('.'))
        {
            var name = WithoutTypeParameters(segment.TrimStart('#'));
            if (name.Length == 0 || !name.All(character => char.IsLetterOrDigit(character) || character is '_'))
                return null;
            segments.Add(name);
        }

        return new ApiName([.. segments], open < 0 ? null : SplitParameters(text[(open + 1)..].TrimEnd().TrimEnd(')')), text);
    }

    /// <summary>A type in one form: without its namespace, its type arguments, and with the framework's name for what C# has a word for.</summary>
    public static string Simplify(string type)
    {
        var array = type.EndsWith("[]", StringComparison.Ordinal);
        var name = WithoutTypeParameters(type.TrimEnd('?', '@', '&', '*').Replace("[]", "", StringComparison.Ordinal));
        name = name[(name.LastIndexOf('.') + 1)..];
        name = name switch
        {
            "bool" => "Boolean", "byte" => "Byte", "sbyte" => "SByte", "char" => "Char", "decimal" => "Decimal", "double" => "Double", "float" => "Single",
            "int" => "Int32", "uint" => "UInt32", "long" => "Int64", "ulong" => "UInt64", "short" => "Int16", "ushort" => "UInt16", "object" => "Object",
            "string" => "String", "nint" => "IntPtr", "nuint" => "UIntPtr", "dynamic" => "Object", _ => name,
        };
        return array ? name + "[]" : name;
    }

    private static string WithoutTypeParameters(string name)
    {
        var end = name.AsSpan().IndexOfAny("`<{");
        return end < 0 ? name : name[..end];
    }

    private static string[] SplitParameters(string list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return [];
        var found = new List<string>();
        var (depth, start) = (0, 0);
        for (var index = 0; index <= list.Length; index++)
        {
            if (index == list.Length || (list[index] == ',' && depth == 0))
            {
                found.Add(Simplify(list[start..index].Trim()));
                start = index + 1;
            }
            else
            {
                depth += list[index] is '<' or '{' or '(' ? 1 : list[index] is '>' or '}' or ')' ? -1 : 0;
            }
        }

        return [.. found];
    }
}
