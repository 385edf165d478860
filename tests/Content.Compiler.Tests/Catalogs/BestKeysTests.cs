using Content.Runtime;

namespace Content.Compiler.Tests.Catalogs;

public sealed class BestKeysTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void The_largest_are_kept_and_come_in_order(int most)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var keys = Enumerable.Range(0, random.Next(300)).Select(_ => random.NextInt64(-50, 50)).ToArray();
            var best = new BestKeys(most);
            foreach (var key in keys)
                best.Add(key);
            Assert.Equal(keys.OrderDescending().Take(most), best.Take());
            Assert.Equal(0, best.Count);
        }
    }
}
