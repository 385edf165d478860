using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;

namespace Content.Compiler.Entries;

/// <summary>
/// Turns what an author wrote into a typed value, the same for YAML, TOML, JSON and the defaults in content.json.
/// </summary>
/// <param name="source">Where it is written.</param>
/// <param name="diagnostics">
/// Gets what is wrong: CONTENT1001 to 1005 and 1012 with complete messages. A reader of something else than an article gives them a code of its own.
/// </param>
public sealed class FieldValueReader(SourceText source, ICollection<Diagnostic> diagnostics)
{
    /// <summary>
    /// The value of <paramref name="property"/> as <paramref name="field"/> declares it, constraints checked.
    /// Null where it is null and may be, and where it is wrong: then there are diagnostics.
    /// </summary>
    /// <param name="field">What the value has to be.</param>
    /// <param name="property">The key and the value.</param>
    /// <param name="name">What messages call it: the key, or a path such as <c>extra.source</c>.</param>
    public FieldValue? Read(FieldDefinition field, MetadataProperty property, string name)
    {
        _ = (source, diagnostics, field, property, name);
        return null;
    }
}
