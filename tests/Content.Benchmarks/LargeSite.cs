namespace Content.Benchmarks;

/// <summary>Ten times as many articles.</summary>
internal static class LargeSite
{
    public static void Run(Workshop workshop, FigureTable figures)
    {
        var small = workshop.Corpus(10_000);
        var large = workshop.Corpus(100_000);
        var one = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            Workshop.Delete(Path.Combine(small, "obj"));
            one = Math.Min(one, Measure.InProcess("compile", small).Milliseconds);
        }

        var ten = double.MaxValue;
        var memory = 0.0;
        for (var run = 0; run < 2; run++)
        {
            Workshop.Delete(Path.Combine(large, "obj"));
            var (milliseconds, megabytes, _) = Measure.InProcess("compile", large);
            ten = Math.Min(ten, milliseconds);
            memory = Math.Max(memory, megabytes);
        }

        figures.Add("100,000 articles, cold, against 10,000", ten / one, 12, "x", FormattableString.Invariant($"{ten / 1000:F1} s against {one / 1000:F1} s"));
        figures.Add("100,000 articles, peak memory", memory / 1024, 3, "GB", "of the process, cold");
        var (same, resident, processor) = (double.MaxValue, 0.0, double.MaxValue);
        for (var run = 0; run < 5; run++)
        {
            var unchanged = Measure.InProcess("compile", large);
            (same, resident, processor) = (Math.Min(same, unchanged.Milliseconds), Math.Max(resident, unchanged.Megabytes), Math.Min(processor, unchanged.Processor));
        }

        figures.Add("100,000 articles, nothing changed", same, 400, "ms", FormattableString.Invariant($"{processor:F0} ms of processor time and {resident:F0} MB, process included"));
    }
}
