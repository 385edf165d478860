using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Corpora;

/// <summary>Hundreds of faults in real articles: each is found at its exact range, and nothing else is said that was not said before.</summary>
public sealed class PlantedFaultTests
{
    private const int Each = 250;

    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_planted_fault_is_found_and_nothing_else(string name)
    {
        using var corpus = Corpus.WithUsualSeverities(name);
        var clean = corpus.Compile().Diagnostics;
        var planter = new FaultPlanter(corpus, clean.Select(diagnostic => (diagnostic.File, diagnostic.Range.StartLine)).ToHashSet(), seed: 20261123);

        List<Fault> faults = [.. planter.ChangeLinks(Each), .. planter.AddPassages(Each)];
        var found = corpus.Compile().Diagnostics;

        var expected = faults.Select(fault => fault.Expected).Concat(clean.Select(Place)).Order(StringComparer.Ordinal);
        var actual = found.Select(Place).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(("missed", "", "false", ""), ("missed", string.Join('\n', expected.Except(actual)), "false", string.Join('\n', actual.Except(expected))));
        Assert.Equal(clean.Length + faults.Count, found.Length);
        Assert.True(faults.Count >= Each, $"{faults.Count} faults");
        TestContext.Current.TestOutputHelper?.WriteLine($"{faults.Count} faults: {string.Join(", ", faults.CountBy(fault => fault.Code))}");
    }

    private static string Place(Diagnostic diagnostic) => $"{diagnostic.File}{diagnostic.Range}: {diagnostic.Code}";
}
