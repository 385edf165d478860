using System.Text;

namespace Content.Fuzzing;

/// <summary>
/// Makes new inputs of old ones: a few small damages each, as an author's slip or an attacker's patience would.
/// The same seed gives the same inputs.
/// </summary>
public sealed class Mutation(int seed, IReadOnlyList<byte[]> seeds, IReadOnlyList<string> tokens)
{
    private const int LongestInput = 1 << 16;

    private readonly Random random = new(seed);
    private readonly byte[][] pieces = [.. tokens.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The next input.</summary>
    public byte[] Next()
    {
        var input = new List<byte>(seeds[random.Next(seeds.Count)]);
        for (var count = 1 << random.Next(4); count > 0; count--)
            Damage(input);
        if (input.Count > LongestInput)
            input.RemoveRange(LongestInput, input.Count - LongestInput);
        return [.. input];
    }

    private void Damage(List<byte> input)
    {
        var place = random.Next(input.Count + 1);
        var length = Math.Min(1 << random.Next(8), input.Count - place);
        switch (random.Next(8))
        {
            case 0 when length > 0:
                input.RemoveRange(place, length);
                break;
            case 1 when length > 0:
                input[place] = (byte)random.Next(256);
                break;
            case 2 when length > 0:
                input.InsertRange(random.Next(input.Count + 1), input.GetRange(place, length));
                break;
            case 3 when length > 0:
                // A long run of one piece: depth and backtracking show here.
                input.InsertRange(place, Enumerable.Repeat(input.GetRange(place, Math.Min(length, 16)), random.Next(1, 400)).SelectMany(piece => piece));
                break;
            case 4:
                input.InsertRange(place, Enumerable.Repeat(pieces[random.Next(pieces.Length)], random.Next(16) == 0 ? random.Next(2000) : 1).SelectMany(piece => piece));
                break;
            case 5:
                var other = seeds[random.Next(seeds.Count)];
                var start = random.Next(other.Length + 1);
                input.InsertRange(place, other.AsSpan(start, Math.Min(other.Length - start, 256)).ToArray());
                break;
            case 6 when length > 0:
                input.RemoveRange(place, input.Count - place);
                break;
            default:
                input.InsertRange(place, pieces[random.Next(pieces.Length)]);
                break;
        }
    }
}
