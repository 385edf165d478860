using System.Buffers;

namespace Content.Compiler.Links;

/// <summary>A destination that a machine may write over another, wherever that stands: in Markdown, in an attribute, in a list of candidates.</summary>
internal static class LinkCorrection
{
    /// <summary>What Markdown or HTML could take for their own, in one form of a destination or another.</summary>
    private static readonly SearchValues<char> special = SearchValues.Create(" \"&'()<>[\\]^`{|},");

    /// <summary>The destination, or null where it would have to be escaped differently from place to place.</summary>
    public static string? Of(string? destination) =>
        destination is { Length: > 0 } && !destination.AsSpan().ContainsAny(special) && !destination.Any(char.IsControl) ? destination : null;
}
