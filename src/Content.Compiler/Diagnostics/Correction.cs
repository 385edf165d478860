using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>An edit after which a diagnostic is gone: what editors offer, reports carry as a fix, and <c>FixContent</c> writes.</summary>
/// <param name="Title">What it does, as a menu names it: <c>Replace with './second.md'</c>.</param>
/// <param name="Range">What is replaced, in the diagnostic's file; mostly the diagnostic's own range. Empty where text is inserted.</param>
/// <param name="Text">What stands there afterwards, to the letter: quoted and escaped as the language of the place asks. Empty to delete.</param>
/// <param name="IsCertain">Whether nothing else can have been meant, so that a tool may apply it without asking. At most one correction of a diagnostic is.</param>
public sealed record Correction(string Title, TextRange Range, string Text, bool IsCertain)
{
    /// <summary>Replaces what stands at <paramref name="range"/> with <paramref name="text"/>.</summary>
    public static Correction Replace(TextRange range, string text, bool isCertain) => new($"Replace with {Quoted.Whole(text)}", range, text, isCertain);
}
