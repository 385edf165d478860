using System.Diagnostics.CodeAnalysis;

namespace Onigwrap;

/// <summary>Where a group matched; nothing at 0 where it took no part.</summary>
public interface IOnigCaptureIndex
{
    /// <summary>The number of the group.</summary>
    int Index { get; }

    /// <summary>Where it begins.</summary>
    int Start { get; }

    /// <summary>Behind its last character.</summary>
    [SuppressMessage("Naming", "CA1716", Justification = "TextMateSharp asks for it by this name.")]
    int End { get; }

    /// <summary>How long it is.</summary>
    int Length { get; }
}
