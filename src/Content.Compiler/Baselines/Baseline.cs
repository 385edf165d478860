using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Baselines;

/// <summary>The faults that a project has accepted: <c>content.baseline.txt</c>, sorted, one line a fault, made to be merged line by line.</summary>
/// <param name="File">As diagnostics name it.</param>
/// <param name="Entries">In the order of the file.</param>
/// <param name="Diagnostics">What is wrong with the file.</param>
public sealed record Baseline(string File, ImmutableArray<BaselineEntry> Entries, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Its name, beside the project.</summary>
    public const string FileName = "content.baseline.txt";

    /// <summary>The first line.</summary>
    internal const string Header = "# content.baseline 1";

    /// <summary>A line is some 150 bytes.</summary>
    internal const int MostBytes = 32 * 1024 * 1024;

    /// <summary>More are not read.</summary>
    internal const int MostLines = 100_000;

    /// <summary>A file with more lines that are no entries is some other file, or was spoilt as a whole: that is one mistake.</summary>
    internal const int MostMalformed = 100;

    /// <summary>Reads the file. Lines may stand in any order, since git merges them.</summary>
    internal static Baseline Parse(SourceText source)
    {
        var entries = ImmutableArray.CreateBuilder<BaselineEntry>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var text = source.Text;
        var hasHeader = false;
        for (int start = 0, number = 1; start < text.Length; number++)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start).TrimEnd().ToString();
            var range = new TextRange(number, 1, number, line.Length + 1);
            start = end + 1;
            if (number > MostLines)
            {
                diagnostics.Add(BaselineErrors.TooLong(source.File, range, MostLines));
                break;
            }

            if (diagnostics.Count >= MostMalformed)
            {
                diagnostics.Add(BaselineErrors.TooManyMalformed(source.File, range, MostMalformed));
                break;
            }

            if (line.Length == 0)
                continue;
            if (IsConflict(line))
            {
                // One mark of the three or four of a conflict, or each would be said so often.
                if (line[0] == '<')
                    diagnostics.Add(BaselineErrors.Conflict(source.File, range));
            }
            else if (line == Header)
            {
                hasHeader = true;
            }
            else if (!hasHeader && !diagnostics.Any())
            {
                return new Baseline(source.File, [], [BaselineErrors.OtherVersion(source.File, range, line)]);
            }
            else if (line[0] != '#')
            {
                Read(source.File, line, number, entries, diagnostics);
            }
        }

        return new Baseline(source.File, entries.ToImmutable(), diagnostics.ToImmutable());
    }

    /// <summary>The lines of the file, without those that are taken out.</summary>
    internal static string Write(IEnumerable<BaselineEntry> entries) =>
        string.Concat(entries.Select(entry => entry.ToLine()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Prepend(Header).Select(line => line + "\n"));

    private static bool IsConflict(string line) => line.StartsWith("<<<<<<<", StringComparison.Ordinal) || line.StartsWith(">>>>>>>", StringComparison.Ordinal)
        || line.StartsWith("|||||||", StringComparison.Ordinal) || line == "=======";

    private static void Read(string file, string line, int number, ImmutableArray<BaselineEntry>.Builder entries, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var parts = line.Split('\t');
        var code = new TextRange(number, 1, number, parts[0].Length + 1);
        if (parts is not [_, { Length: > 0 }, _, { Length: > 0 }])
            diagnostics.Add(BaselineErrors.NotAnEntry(file, new TextRange(number, 1, number, line.Length + 1)));
        else if (DiagnosticCatalog.Find(parts[0]) is null)
            diagnostics.Add(BaselineErrors.NoSuchCode(file, code, parts[0]));
        else if (AcceptableFaults.WhyNot(parts[0]) is not null)
            diagnostics.Add(BaselineErrors.Unacceptable(file, code, parts[0]));
        else
            entries.Add(new BaselineEntry(parts[0], parts[1], parts[2], parts[3], number));
    }
}

/// <summary>An accepted fault.</summary>
/// <param name="Code">Such as <c>CONTENT2001</c>.</param>
/// <param name="File">Where it is, as diagnostics name files.</param>
/// <param name="What">What is wrong, for readers.</param>
/// <param name="Fingerprint">What it is known by; where a file has several alike, the second ends with <c>:2</c>, and so on.</param>
/// <param name="Line">Where the baseline has it, from 1; 0 of one that it does not have yet.</param>
public sealed record BaselineEntry(string Code, string File, string What, string Fingerprint, int Line = 0)
{
    /// <summary>The fingerprint without the number of those that are alike.</summary>
    internal string Kind => Fingerprint.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? Fingerprint[..colon] : Fingerprint;

    /// <summary>As the file has it.</summary>
    internal string ToLine() => $"{Code}\t{File}\t{What}\t{Fingerprint}";
}
