using System.Globalization;

namespace Content.Benchmarks;

/// <summary>The figures with what was promised of them.</summary>
internal sealed class FigureTable
{
    private readonly List<string> rows = [];

    /// <summary>Adds a figure that is to be at most its target, and says it at once: the whole takes minutes.</summary>
    public void Add(string name, double value, double target, string unit, string how)
    {
        var isReached = value <= target ? "reached" : string.Create(CultureInfo.InvariantCulture, $"missed by {(value / target - 1) * 100:F0} %");
        var row = string.Create(CultureInfo.InvariantCulture, $"{name,-44} {value,9:F2} {unit,-4} {"<= " + Show(target),9} {isReached,-16} {how}");
        rows.Add(row);
        Console.WriteLine("  " + row);
    }

    /// <summary>Adds a figure that cannot be had on this machine.</summary>
    public void Miss(string name, string why)
    {
        rows.Add($"{name,-44} not measured: {why}");
        Console.WriteLine("  " + rows[^1]);
    }

    public void Print()
    {
        Console.WriteLine($"\n{"figure",-44} {"measured",9}      {"target",9} {"",-16} how");
        foreach (var row in rows)
            Console.WriteLine(row);
    }

    private static string Show(double target) => target.ToString("0.##", CultureInfo.InvariantCulture);
}
