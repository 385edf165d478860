using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Baselines;

/// <summary>Holds what was found against what was accepted.</summary>
/// <param name="baseline">What was accepted.</param>
/// <param name="texts">The text of a file, as diagnostics name it; null where it cannot be had.</param>
/// <param name="exists">Whether there is such a file.</param>
internal sealed class BaselineCheck(Baseline baseline, Func<string, SourceText?> texts, Predicate<string> exists)
{
    private static readonly DiagnosticSuppression accepted = new(IsInSource: false, $"accepted in {Baseline.FileName}", IsBaseline: true);

    /// <summary>What after which nothing else of a file can be known: faults that it hides are not gone.</summary>
    private static readonly string[] hiding =
    [
        DiagnosticCatalog.FrontMatterSyntax.Code, DiagnosticCatalog.FrontMatterUnclosed.Code, DiagnosticCatalog.FrontMatterMisplaced.Code,
        DiagnosticCatalog.FileUnreadable.Code, DiagnosticCatalog.InternalError.Code,
    ];

    /// <summary>What is accepted.</summary>
    public Baseline Baseline => baseline;

    /// <summary>Makes messages of what is accepted.</summary>
    /// <param name="found">Sorted; changed in place.</param>
    /// <param name="isOff">Whether a code is not reported in a file.</param>
    /// <returns>The entries that are no longer true.</returns>
    public List<BaselineEntry> Apply(List<Diagnostic> found, Func<string, string, bool> isOff)
    {
        if (baseline.Entries.IsEmpty)
            return [];
        var fingerprints = new FaultFingerprints(texts);
        var open = new Dictionary<(string Code, string Kind), List<int>>();
        var refused = new HashSet<(string Code, string Kind)>();
        var codes = baseline.Entries.Select(entry => entry.Code).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < found.Count; index++)
        {
            if (!codes.Contains(found[index].Code))
                continue;
            var key = (found[index].Code, fingerprints.Of(found[index]));
            if (!AcceptableFaults.Includes(found[index]))
            {
                refused.Add(key);
                continue;
            }

            if (!open.TryGetValue(key, out var alike))
                open.Add(key, alike = []);
            alike.Add(index);
        }

        var left = new List<BaselineEntry>();
        foreach (var entry in baseline.Entries)
        {
            if (!TryAccept(entry, index => NameOf(found[index].File) == entry.File))
                left.Add(entry);
        }

        // A file that is gone was renamed where its faults are found in another: in the one that has most of them, if it is one file that was renamed.
        foreach (var ofFile in left.GroupBy(entry => entry.File, StringComparer.Ordinal).Where(group => !exists(group.Key)).ToList())
        {
            var renamed = NewNameOf(ofFile.Key, ofFile);
            left.RemoveAll(entry => entry.File == ofFile.Key && TryAccept(entry, index => found[index].File == renamed));
            left.RemoveAll(entry => entry.File == ofFile.Key && TryAccept(entry, static _ => true));
        }

        var hidden = found.Where(diagnostic => hiding.Contains(diagnostic.Code)).Select(diagnostic => NameOf(diagnostic.File)).ToHashSet(StringComparer.Ordinal);
        left.RemoveAll(entry => hidden.Contains(entry.File) || isOff(entry.Code, entry.File));
        // What can no longer be accepted is still there, and reported where it is.
        left.RemoveAll(entry => refused.Contains((entry.Code, entry.Kind)));
        return left;

        string? NewNameOf(string file, IEnumerable<BaselineEntry> entries) => entries
            .SelectMany(entry => open.GetValueOrDefault((entry.Code, entry.Kind), []).Select(index => found[index].File).Distinct(StringComparer.Ordinal))
            .GroupBy(candidate => candidate, StringComparer.Ordinal)
            .OrderByDescending(votes => votes.Count())
            .ThenByDescending(votes => Path.GetFileName(votes.Key) == Path.GetFileName(file))
            .ThenBy(votes => votes.Key, StringComparer.Ordinal)
            .FirstOrDefault()?.Key;

        bool TryAccept(BaselineEntry entry, Predicate<int> fits)
        {
            if (!open.TryGetValue((entry.Code, entry.Kind), out var alike))
                return false;
            var place = alike.FindIndex(fits);
            if (place < 0)
                return false;
            found[alike[place]] = found[alike[place]] with { Severity = DiagnosticSeverity.Info, Suppression = accepted };
            alike.RemoveAt(place);
            return true;
        }
    }

    /// <summary>The entries of faults that are to be accepted.</summary>
    public static List<BaselineEntry> EntriesOf(IEnumerable<Diagnostic> faults, Func<string, SourceText?> texts)
    {
        var fingerprints = new FaultFingerprints(texts);
        var counts = new Dictionary<(string, string, string), int>();
        var entries = new List<BaselineEntry>();
        foreach (var fault in faults)
        {
            var (file, kind) = (NameOf(fault.File), fingerprints.Of(fault));
            var count = counts[(fault.Code, file, kind)] = counts.GetValueOrDefault((fault.Code, file, kind)) + 1;
            entries.Add(new BaselineEntry(
                fault.Code, file, WhatOf(fault), count == 1 ? kind : string.Create(CultureInfo.InvariantCulture, $"{kind}:{count}")));
        }

        return entries;
    }

    /// <summary>What is wrong without what is suggested, which changes with other files.</summary>
    private static string WhatOf(Diagnostic fault)
    {
        var advice = fault.Message.IndexOf(" Did you mean ", StringComparison.Ordinal);
        return MessageText.OneLine(advice > 0 ? fault.Message[..advice] : fault.Message, 200);
    }

    private static string NameOf(string file) => MessageText.OneLine(file, int.MaxValue);
}
