namespace Content.Runtime;

/// <summary>
/// A catalog, or an entry that code names, is not there: the file beside the assembly is missing or belongs to other code,
/// or an article was removed while the program runs. The message names it and says what to do.
/// </summary>
public sealed class ContentException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public ContentException()
    {
    }

    /// <summary>An exception that says what is missing, and what to do.</summary>
    /// <param name="message">The message.</param>
    public ContentException(string? message)
        : base(message)
    {
    }

    /// <summary>An exception that says what is missing, and what to do.</summary>
    /// <param name="message">The message.</param>
    /// <param name="innerException">What the system said.</param>
    public ContentException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
