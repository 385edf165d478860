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
}
