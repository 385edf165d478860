using System.Collections.Immutable;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>A JSON value that was read, as far as it could be.</summary>
/// <param name="Root">The value; null where there is none. With a syntax error, what could be made out of it.</param>
/// <param name="End">The offset after the value; with a syntax error, after what seems to be its closing bracket.</param>
/// <param name="IsClosed">Whether the closing bracket is there; if not, <paramref name="End"/> is the end of the text.</param>
/// <param name="Errors">Keys given twice, and at most one syntax error: what follows from it is not reported again.</param>
public sealed record JsonReading(MetadataNode? Root, int End, bool IsClosed, ImmutableArray<MetadataError> Errors)
{
    /// <summary>Whether something could not be read; keys given twice do not count.</summary>
    public bool IsBroken => MetadataErrorList.IsBroken(Errors);
}
