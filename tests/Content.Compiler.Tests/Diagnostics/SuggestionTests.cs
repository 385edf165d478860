using Content.Compiler.Diagnostics;
using Content.Runtime;
using CsCheck;

namespace Content.Compiler.Tests.Diagnostics;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("titel", "title")]
    [InlineData("Title", "title")]
    [InlineData("athor", "author")]
    [InlineData("descripion", "description")]
    [InlineData("tagss", "tags")]
    public void A_near_miss_is_found(string written, string expected) =>
        Assert.Equal(expected, Suggestion.Closest(written, ["title", "author", "description", "tags", "date"]));

    [Theory]
    [InlineData("zebra")]
    [InlineData("")]
    [InlineData("x")]
    public void What_is_not_near_gets_no_suggestion(string written) =>
        Assert.Null(Suggestion.Closest(written, ["title", "author", "description"]));

    [Fact]
    public void One_that_differs_only_by_case_wins_over_one_that_is_as_near() =>
        Assert.Equal("TAG", Suggestion.Closest("tag", ["tags", "TAG", "tab"]));

    [Fact]
    public void The_order_of_candidates_does_not_matter()
    {
        Assert.Equal("date", Suggestion.Closest("dane", ["dave", "date"]));
        Assert.Equal("date", Suggestion.Closest("dane", ["date", "dave"]));
    }

    [Fact]
    public void What_is_written_is_never_its_own_suggestion() => Assert.Null(Suggestion.Closest("title", ["title"]));

    [Fact]
    public void Huge_texts_are_compared_as_a_whole() =>
        Assert.Equal(new string('A', 100_000), Suggestion.Closest(new string('a', 100_000), ["b", new string('a', 99_999), new string('A', 100_000)]));

    [Fact]
    public void The_band_finds_the_distance_of_the_whole_matrix() =>
        Gen.Select(Gen.String[Gen.Char['a', 'd'], 0, 12], Gen.String[Gen.Char['a', 'd'], 0, 12], Gen.Int[0, 12]).Sample((left, right, limit) =>
        {
            var whole = WholeMatrix(left, right);
            var rows = new int[3 * (right.Length + 1)];
            return EditDistance.Within(limit, left, right, rows) == (whole <= limit ? whole : int.MaxValue);
        });

    private static int WholeMatrix(string left, string right)
    {
        var cells = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                if (row == 0 || column == 0)
                {
                    cells[row, column] = row + column;
                    continue;
                }

                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(cells[row - 1, column], cells[row, column - 1]) + 1, cells[row - 1, column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                    best = Math.Min(best, cells[row - 2, column - 2] + 1);
                cells[row, column] = best;
            }
        }

        return cells[left.Length, right.Length];
    }
}
