namespace Content.Fuzzing;

/// <summary>A parser with what must hold of it whatever it is fed: <see cref="Run"/> throws where it does not.</summary>
/// <param name="Name">As the command line calls it.</param>
/// <param name="Extensions">Of the files that make good seeds, each with its dot.</param>
/// <param name="Tokens">Pieces that matter to the grammar; a mutation puts them anywhere.</param>
/// <param name="Run">Feeds it one input.</param>
public sealed record FuzzTarget(string Name, IReadOnlyList<string> Extensions, IReadOnlyList<string> Tokens, Action<byte[]> Run);
