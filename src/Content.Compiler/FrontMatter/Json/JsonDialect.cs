namespace Content.Compiler.FrontMatter.Json;

/// <summary>How strict JSON is.</summary>
public enum JsonDialect
{
    /// <summary>RFC 8259: front matter and data files.</summary>
    Strict,

    /// <summary>With <c>//</c> and <c>/* */</c> comments and trailing commas: content.json.</summary>
    WithComments,
}
