namespace Content.Highlighting;

/// <summary>
/// The few classes that coloured code has. Grammars have hundreds of scopes, which change with their versions; these names stay.
/// </summary>
internal static class ScopeClasses
{
    // The first that fits counts, so the longer ones come first.
    private static readonly (string Scope, string Class)[] byScope =
    [
        ("comment", "hl-comment"),
        ("string.regexp", "hl-regexp"),
        ("string", "hl-string"),
        ("constant.numeric", "hl-number"),
        ("constant.character", "hl-escape"),
        ("constant.language", "hl-constant"),
        ("constant.other.color", "hl-number"),
        ("constant", "hl-constant"),
        ("keyword.type", "hl-keyword"),
        ("keyword.operator.new", "hl-keyword"),
        ("keyword.operator", "hl-operator"),
        ("keyword", "hl-keyword"),
        ("storage", "hl-keyword"),
        ("entity.name.function", "hl-function"),
        ("entity.name.tag", "hl-tag"),
        ("entity.name.section", "hl-heading"),
        ("entity.name.variable", "hl-variable"),
        ("entity.name", "hl-type"),
        ("entity.other.attribute-name", "hl-attribute"),
        ("entity.other.inherited-class", "hl-type"),
        ("support.function", "hl-function"),
        ("support.type.property-name", "hl-property"),
        ("support.class", "hl-type"),
        ("support.type", "hl-type"),
        ("support.constant", "hl-constant"),
        ("variable.language", "hl-keyword"),
        ("variable", "hl-variable"),
        ("markup.heading", "hl-heading"),
        ("markup.bold", "hl-bold"),
        ("markup.italic", "hl-italic"),
        ("markup.inserted", "hl-inserted"),
        ("markup.deleted", "hl-deleted"),
        ("markup.changed", "hl-changed"),
        ("markup.underline.link", "hl-string"),
        ("markup.inline.raw", "hl-string"),
        ("meta.preprocessor", "hl-preprocessor"),
        ("meta.interpolation", "hl-embedded"),
        ("meta.embedded", "hl-embedded"),
        ("meta.template.expression", "hl-embedded"),
    ];

    /// <summary>The class of a scope; null where it has no colour.</summary>
    public static string? Of(string scope)
    {
        foreach (var (prefix, name) in byScope)
        {
            if (scope.StartsWith(prefix, StringComparison.Ordinal) && (scope.Length == prefix.Length || scope[prefix.Length] == '.'))
                return name;
        }

        return null;
    }
}
