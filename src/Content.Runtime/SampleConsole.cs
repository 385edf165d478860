using System.Text;

namespace Content.Runtime;

/// <summary>
/// The console while a sample runs: what the sample writes is caught, on whichever thread, and what others write meanwhile is passed on. A sample that goes on
/// after its time still writes where nobody looks, and not into the next one's output.
/// </summary>
/// <param name="others">The console of all others.</param>
internal sealed class SampleConsole(TextWriter others) : TextWriter
{
    private static readonly AsyncLocal<TextWriter?> caught = new();

    public override Encoding Encoding => others.Encoding;

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string NewLine
    {
        get => Current.NewLine;
        set => Current.NewLine = value;
    }

    private TextWriter Current => caught.Value ?? others;

    /// <summary>What is written from here on, and from what begins here, goes into <paramref name="writer"/>.</summary>
    public static void Catch(TextWriter writer) => caught.Value = writer;

    public override void Write(char value) => Current.Write(value);

    public override void Write(char[] buffer, int index, int count) => Current.Write(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Current.Write(buffer);

    public override void Write(string? value) => Current.Write(value);

    public override void WriteLine() => Current.WriteLine();

    public override void WriteLine(string? value) => Current.WriteLine(value);

    public override void Flush() => Current.Flush();
}
