using System.Globalization;
using Content.Compiler.Links;

namespace Content.Compiler.Tests.Links;

/// <summary>Of many names only those near in the alphabet, from either end, are compared; the nearest is found all the same.</summary>
public sealed class NearNamesTests
{
    private static readonly string[] crowd = [.. Enumerable.Range(0, 1_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"{(char)('a' + number % 26)}{number * 7919 % 1000:D3}-{number:D4}"))];

    [Theory]
    [InlineData("instalation", "installation")]
    [InlineData("nstallation", "installation")]
    [InlineData("Installation", "installation")]
    [InlineData("getting-start", "getting-started")]
    [InlineData("zzz-last-of-al", "zzz-last-of-all")]
    [InlineData("0-first", "0-firsts")]
    [InlineData("nothing like any of them", null)]
    public void The_nearest_of_a_thousand_is_found(string written, string? nearest)
    {
        var names = new NearNames([.. crowd.Reverse(), "installation", "getting-started", "zzz-last-of-all", "0-firsts"]);

        Assert.Equal(nearest, names.Closest(written));
    }

    [Fact]
    public void One_may_be_left_out()
    {
        var names = new NearNames(["installation", "installations"]);

        Assert.Equal("installation", names.Closest("instalation"));
        Assert.Equal("installations", names.Closest("instalation", except: "installation"));
        Assert.Null(new NearNames([]).Closest("a"));
    }

    // The window is around the place where the name would be: neighbours on both sides are in it, wherever in the row that is.
    [Theory]
    [InlineData("m500x", "m500")]
    [InlineData("m499z", "m499")]
    [InlineData("m001", "m000")]
    [InlineData("m9990", "m999")]
    public void A_neighbour_is_found_wherever_it_is(string written, string nearest)
    {
        string[] row = [.. Enumerable.Range(0, 1_000).Where(number => number % 500 is 0 or 499).Select(number => string.Create(CultureInfo.InvariantCulture, $"m{number:D3}"))];
        string[] others = [.. Enumerable.Range(0, 600).SelectMany(number => new[] { string.Create(CultureInfo.InvariantCulture, $"a{number:D6}-before"), string.Create(CultureInfo.InvariantCulture, $"z{number:D6}-after") })];
        Assert.Equal(nearest, new NearNames([.. row, .. others]).Closest(written));
    }
}
