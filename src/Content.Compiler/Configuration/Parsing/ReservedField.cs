using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>
/// Checks built-in keys, such as <c>draft</c>, that are declared as fields. Declaring one with the type that it has anyway is harmless and
/// documents it; any other declaration would have no effect, so it is an error.
/// </summary>
internal static class ReservedField
{
    public static void Check(ConfigurationInput input, MetadataProperty property, TypeTable types)
    {
        var options = property.Value as MetadataMapping;
        var key = Quoted.Text(property.Key);
        var type = Type(property.Key);
        if ((options is null ? property.Value : options.Find("type")?.Value) is not MetadataScalar { Kind: MetadataKind.String } text)
        {
            input.Report(property.KeySpan, $"{key} is known in every collection, as {type}. Leave it out.");
            return;
        }

        var expression = TypeExpression.Parse(text.Text);
        if (expression with { IsOptional = true } != TypeExpression.Parse(type))
        {
            var hint = types.Find(expression.Name) is null ? Suggestion.Hint(type) : "";
            input.Report(text.Span, $"{key} is known in every collection, and is {type} there. Write that, or leave it out.{hint}");
        }
        else if (!expression.IsOptional && !expression.IsList && options?.Find("default") is null)
        {
            input.Report(text.Span, $"{key} is known in every collection, and never required. Write '{type}', or leave it out.");
        }

        foreach (var option in options?.Properties ?? [])
        {
            if (option.Key is not ("type" or "description" or "default"))
                input.Report(option.KeySpan, $"{key} is known in every collection, and takes no '{option.Key}'.");
        }
    }

    private static string Type(string key) => key switch
    {
        "aliases" => "string[]?",
        "draft" => "bool?",
        "publishDate" or "expiryDate" => "date?",
        _ => "string?",
    };
}
