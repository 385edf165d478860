namespace Content.Compiler.Articles.Html;

/// <summary>What the HTML standard says about an element.</summary>
[Flags]
internal enum ElementTraits
{
    /// <summary>Nothing: it is no element of the standard.</summary>
    None = 0,

    /// <summary>Is in the standard, be it obsolete.</summary>
    Known = 1,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1 << 1,

    /// <summary>Its end tag may be left out.</summary>
    OptionalEnd = 1 << 2,

    /// <summary>A paragraph ends where it starts.</summary>
    EndsParagraph = 1 << 3,

    /// <summary>What it holds is shown as code or is no text for readers: no links in it.</summary>
    Quiet = 1 << 4,

    /// <summary>An end tag inside it does not reach out of it.</summary>
    Boundary = 1 << 5,

    /// <summary>Part of a table that holds other parts only.</summary>
    TablePart = 1 << 6,

    /// <summary>May stand directly in a table or in a part of one.</summary>
    InTable = 1 << 7,

    /// <summary>Cannot stand inside another of the same name.</summary>
    NotNested = 1 << 8,

    /// <summary>SVG or MathML: what is inside has rules of its own.</summary>
    Foreign = 1 << 9,

    /// <summary>What it holds is no part of the page until a script takes it out: neither links nor ids nor headings.</summary>
    Inert = 1 << 10,
}
