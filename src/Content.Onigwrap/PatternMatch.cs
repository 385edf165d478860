namespace Onigwrap;

/// <summary>What a search found.</summary>
/// <param name="Text">In which text.</param>
/// <param name="From">From where on.</param>
/// <param name="Start">Where; negative where there is nothing.</param>
/// <param name="Captures">The match and its groups.</param>
internal readonly record struct PatternMatch(ReadOnlyMemory<char> Text, int From, int Start, IOnigCaptureIndex[] Captures);
