using System.Collections.Immutable;
using Content.Compiler.Code;
using Content.Compiler.Routing;

namespace Content.Compiler.Samples;

/// <summary>Blocks of one article that become one method, or one set of declarations.</summary>
/// <param name="Entry">The article.</param>
/// <param name="Blocks">A block and those that continue it, taken apart.</param>
internal sealed record SampleUnit(Entry Entry, ImmutableArray<(CodeSample Sample, SampleParts Parts)> Blocks)
{
    /// <summary>Whether it declares what blocks behind it know.</summary>
    public bool IsTypes => Blocks[0].Sample.Mode == SampleMode.Types
        || (Blocks is [{ Sample.Mode: SampleMode.Any, Parts: { HasStatements: false, Members.Count: 0, Types.Count: > 0, Fault: null } }]);

    /// <summary>Whether it is statements alone.</summary>
    public bool IsPlain => !IsTypes && Blocks.All(block => block.Parts.IsPlain);

    /// <summary>Whether it also runs.</summary>
    public bool Runs => Blocks.Any(block => block.Sample.Mode == SampleMode.Run) && Blocks.All(block => block.Parts.Fault is null);

    /// <summary>The units of an article, in its order.</summary>
    /// <param name="entry">The article.</param>
    /// <param name="seen">Where blocks were found already: what two articles take in is compiled once.</param>
    public static List<SampleUnit> Of(Entry entry, HashSet<(string File, int Line)> seen)
    {
        var units = new List<SampleUnit>();
        foreach (var sample in entry.Article.Content?.Samples ?? [])
        {
            if (!seen.Add((sample.File, sample.Lines.IsEmpty ? sample.Line : sample.Lines[0].Line)))
                continue;
            var block = (sample, SampleParts.Of(sample.Text));
            if (sample.Mode == SampleMode.Continue && units.FindLastIndex(unit => !unit.IsTypes) is var last and >= 0)
            {
                // To the end: its last block knows the declarations before it.
                var continued = units[last] with { Blocks = units[last].Blocks.Add(block) };
                units.RemoveAt(last);
                units.Add(continued);
            }
            else
            {
                units.Add(new SampleUnit(entry, [block]));
            }
        }

        return units;
    }
}
