namespace Content.Build.ExternalLinks;

/// <summary>Whether there is something at the end of a link.</summary>
internal enum PageState
{
    /// <summary>There is.</summary>
    Alive,

    /// <summary>There is not.</summary>
    Dead,

    /// <summary>Nobody said.</summary>
    Unverified,
}

/// <summary>What came of asking for a page.</summary>
/// <param name="State">Whether it is there.</param>
/// <param name="Reason">Why not, as the end of a sentence; empty where it is.</param>
internal sealed record PageVerdict(PageState State, string Reason = "")
{
    /// <summary>Where it has moved to for good, or null.</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Fragments that it has no place for.</summary>
    public IReadOnlySet<string> MissingAnchors { get; init; } = new HashSet<string>();

    /// <summary>Whether only the beginning of the page was read, so that what is missing may come later.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Whether the answer may be another in a moment, so that it is worth asking again.</summary>
    public bool IsPassing { get; init; }

    /// <summary>How long the server wants to be left alone before that.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether any server answered, be it with an error.</summary>
    public bool HasAnswer { get; init; } = true;

    public static PageVerdict Dead(string reason) => new(PageState.Dead, reason);

    public static PageVerdict Unverified(string reason) => new(PageState.Unverified, reason);

    public static PageVerdict Passing(string reason, TimeSpan? retryAfter = null) =>
        new(PageState.Unverified, reason) { IsPassing = true, RetryAfter = retryAfter };
}
