namespace Content.Fuzzing;

/// <summary>Something that must hold does not.</summary>
public sealed class FuzzFailureException(string message) : Exception(message)
{
    /// <summary>Throws where <paramref name="holds"/> is false.</summary>
    public static void Unless(bool holds, string message)
    {
        if (!holds)
            throw new FuzzFailureException(message);
    }
}
