using Content.Fuzzing;

namespace Content.Compiler.Tests.Fuzzing;

/// <summary>
/// Every parser over a fixed run of damaged inputs. Longer runs, and coverage-guided ones, are tests/Content.Fuzzing's own:
/// <c>dotnet run -c Release --project tests/Content.Fuzzing -- run all 600 7</c>.
/// </summary>
public sealed class FuzzingTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void A_parser_holds_what_it_promises_on_damaged_input(string name)
    {
        var target = FuzzTargets.All.Single(target => target.Name == name);
        // The state costs three compilations an input.
        var count = name == "state" ? 20 : 400;
        var campaign = new Campaign(target, new Mutation(20261124, SeedFiles.Of(target, RepositoryRoot.Path), target.Tokens), TimeSpan.MaxValue);
        var failure = campaign.Run(done => done < count);
        Assert.True(failure is null, failure is null ? "" : $"{failure.Reason}\n{Convert.ToBase64String(failure.Input)}");
        Assert.Equal(count, campaign.Count);
    }

    [Fact]
    public void A_broken_promise_is_noticed()
    {
        var target = new FuzzTarget("broken", [], ["x"], static input => FuzzFailureException.Unless(!input.Contains((byte)'x'), "There is an x."));
        var failure = new Campaign(target, new Mutation(1, ["abc"u8.ToArray()], target.Tokens), TimeSpan.MaxValue).Run(done => done < 1000);
        Assert.Contains("There is an x.", failure!.Reason, StringComparison.Ordinal);
        Assert.Contains((byte)'x', failure.Input);
    }
}
