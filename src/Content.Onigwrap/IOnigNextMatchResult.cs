namespace Onigwrap;

/// <summary>What a scanner found.</summary>
public interface IOnigNextMatchResult
{
    /// <summary>The number of the expression.</summary>
    int GetIndex();

    /// <summary>The match, and behind it its groups.</summary>
    IOnigCaptureIndex[] GetCaptureIndices();
}
