using System.Diagnostics;

namespace Content.Fuzzing;

/// <summary>Feeds a target one input after another, and keeps those that it fails on.</summary>
/// <param name="target">What is fed.</param>
/// <param name="mutation">Where inputs come from.</param>
/// <param name="longest">An input that takes longer is a failure too: a parser must not hang a build.</param>
public sealed class Campaign(FuzzTarget target, Mutation mutation, TimeSpan longest)
{
    /// <summary>How many inputs were fed.</summary>
    public int Count { get; private set; }

    /// <summary>Feeds inputs while <paramref name="goOn"/> says so; returns at the first failure.</summary>
    public FuzzFailure? Run(Func<int, bool> goOn)
    {
        while (goOn(Count))
        {
            var input = mutation.Next();
            Count++;
            if (Try(input) is { } failure)
                return failure;
        }

        return null;
    }

    /// <summary>Feeds one input; null where all is well.</summary>
    public FuzzFailure? Try(byte[] input)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            target.Run(input);
        }
#pragma warning disable CA1031 // Reason: whatever a parser throws is what is looked for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new FuzzFailure(input, exception.ToString());
        }

        return clock.Elapsed > longest ? new FuzzFailure(input, $"{target.Name} took {clock.Elapsed} for {input.Length} bytes.") : null;
    }
}

/// <summary>An input that a target fails on, and how.</summary>
public sealed record FuzzFailure(byte[] Input, string Reason);
