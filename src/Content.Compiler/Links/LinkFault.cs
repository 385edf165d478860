namespace Content.Compiler.Links;

/// <summary>What is wrong with a destination by its look alone.</summary>
/// <param name="Kind">What.</param>
/// <param name="Written">The destination, or the part of it that is to blame.</param>
/// <param name="Right">How it is written right; null where nobody can tell.</param>
internal readonly record struct LinkFault(LinkFaultKind Kind, string Written, string? Right = null);

/// <summary>The kinds of faults that a destination shows by itself.</summary>
internal enum LinkFaultKind
{
    /// <summary>Nothing is written.</summary>
    Empty,

    /// <summary>A backslash for a slash.</summary>
    Backslash,

    /// <summary>A percent sign that starts no escape.</summary>
    BadEscape,

    /// <summary>White space.</summary>
    Space,

    /// <summary>An address without a host, with a port that is no number, and the like.</summary>
    Unparsable,

    /// <summary>A scheme that is nearly http or https.</summary>
    MisspelledScheme,

    /// <summary>A scheme that runs code or reads local files.</summary>
    UnsafeScheme,

    /// <summary>A path with a drive.</summary>
    LocalPath,

    /// <summary>An address that every machine has for itself.</summary>
    ThisMachine,

    /// <summary>A mailto: without an address.</summary>
    NoMailAddress,

    /// <summary>An address without mailto:.</summary>
    BareMailAddress,

    /// <summary>A tel: without digits.</summary>
    NoTelephoneNumber,
}
