using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>What can be wrong with the fields of an entry.</summary>
internal static class FieldErrors
{
    /// <summary>A required field is not there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="range">The opening fence, the file's start, or the key of the nested object.</param>
    /// <param name="name">The key or the path of the field.</param>
    /// <param name="reason">Why, from a colon on; empty where there is nothing to say.</param>
    /// <param name="misspelling">An unknown key that looks like it, or null.</param>
    public static Diagnostic Missing(string file, TextRange range, string name, string reason, string? misspelling) => DiagnosticCatalog.FieldMissing.At(
        file,
        range,
        $"Required field {Quoted.Text(name)} is missing{reason}.{(misspelling is null ? "" : $" Did you misspell it as {Quoted.Text(misspelling)}?")}");

    /// <summary>The body is not there.</summary>
    public static Diagnostic NoBody(string file, TextRange range, string selector) => DiagnosticCatalog.FieldMissing.At(
        file, range, $"The body is missing: {Quoted.Text(selector)} finds nothing in the article.");

    /// <summary>A required field is written, but as one within another.</summary>
    public static Diagnostic SplitKey(string file, TextRange range, string name, string other) => DiagnosticCatalog.FieldMissing.At(
        file, range, $"Required field {Quoted.Text(name)} is missing: without quotes it is a field of {Quoted.Text(other)}. Write the key in quotes: \"{MessageText.OneLine(name)}\".");

    /// <summary>A value is of another type than the field.</summary>
    /// <param name="file">The file.</param>
    /// <param name="range">The value, or the key where there is none.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="expected">What it must be: <c>a string</c>.</param>
    /// <param name="actual">What it is: <c>the number 42</c>.</param>
    /// <param name="advice">What to do, a sentence that begins with a space; or empty.</param>
    public static Diagnostic WrongType(string file, TextRange range, FieldLabel label, string expected, string actual, string advice) =>
        DiagnosticCatalog.FieldWrongType.At(file, range, $"{label} must be {expected}, but {actual}.{advice}");

    /// <summary>A date that was right once and has not been looked at since.</summary>
    public static Diagnostic TooOld(string file, TextRange range, string name, DateOnly date, FieldAge age, DateOnly today) => DiagnosticCatalog.ConstraintNotMet.At(
        file, range,
        string.Create(CultureInfo.InvariantCulture, $"{Quoted.Text(name)} is {date:yyyy-MM-dd}, more than {age} before {today:yyyy-MM-dd}. Look over the article, and date it anew."))
        with { Severity = DiagnosticSeverity.Warning };

    /// <summary>A key is no field.</summary>
    public static Diagnostic Unknown(string file, TextRange range, string name, string hint) =>
        DiagnosticCatalog.FieldUnknown.At(file, range, $"Unknown field {Quoted.Text(name)}.{(hint.Length > 0 ? hint : " Declare it in content.json, or remove it.")}");

    /// <summary>More keys are no fields than are worth a line each.</summary>
    public static Diagnostic MoreUnknown(string file, TextRange range, int count) => DiagnosticCatalog.FieldUnknown.At(
        file, range, string.Create(CultureInfo.InvariantCulture, $"{count} more fields from here on are unknown."));

    /// <summary>A value is of the right type, but not as the field wants it.</summary>
    public static Diagnostic Constraint(string file, TextRange range, FieldLabel label, string expected, string actual, string advice = "") =>
        DiagnosticCatalog.ConstraintNotMet.At(file, range, $"{label} must {expected}, but {actual}.{advice}");

    /// <summary>A value is no member of the enum.</summary>
    public static Diagnostic NotAMember(string file, TextRange range, string written, string typeName, string hint) =>
        DiagnosticCatalog.EnumMemberUnknown.At(file, range, $"{Quoted.Text(written)} is not {FieldExpectation.WithArticle(typeName)}.{hint}");

    /// <summary>A data file of many entries is laid out in another way.</summary>
    public static Diagnostic NotOfLayout(string file, TextRange range, string expected, string actual, string other) => DiagnosticCatalog.FieldWrongType.At(
        file, range, $"The file must be {expected}, but is {actual}. If that is right, set 'entries' of the collection to '{other}' in content.json.");

    /// <summary>Something among the entries of a data file is none.</summary>
    public static Diagnostic NotAnEntry(string file, TextRange range, string what, string actual) =>
        DiagnosticCatalog.FieldWrongType.At(file, range, $"{what} must be an object with fields, but {actual}.");

    /// <summary>A reference leads nowhere.</summary>
    public static Diagnostic NoSuchEntry(string file, TextRange range, string typeName, string written, string hint) =>
        DiagnosticCatalog.ReferenceNotFound.At(file, range, $"There is no {typeName} {Quoted.Text(written)}.{hint}");

    /// <summary>A reference leads to an entry that stays out of the catalog.</summary>
    public static Diagnostic Unpublished(string file, TextRange range, string typeName, string written, string why) =>
        DiagnosticCatalog.ReferenceNotFound.At(file, range, $"{typeName} {Quoted.Text(written)} {why}, and this build leaves it out. Publish it, or remove the reference.");

    /// <summary>A reference is the path of a file that is something else.</summary>
    public static Diagnostic NotThatType(string file, TextRange range, string typeName, string written, string actual) =>
        DiagnosticCatalog.ReferenceNotFound.At(file, range, $"{Quoted.Text(written)} is {actual}, not {FieldExpectation.WithArticle(typeName)}.");

    /// <summary>Another entry has the value.</summary>
    public static Diagnostic NotUnique(string file, TextRange range, string name, string value, string other) =>
        DiagnosticCatalog.ValueNotUnique.At(file, range, $"{Quoted.Text(name)} must be unique, but {other} has the value {Quoted.Text(value)} too. Change one of the two.");

    /// <summary>What an image or file field names is not there, or not what it should be.</summary>
    /// <param name="file">The file.</param>
    /// <param name="range">The value.</param>
    /// <param name="kind"><c>Image</c> or <c>File</c>.</param>
    /// <param name="written">The value.</param>
    /// <param name="fault">What is wrong with it and what to do: <c>does not exist.</c></param>
    public static Diagnostic BadFile(string file, TextRange range, string kind, string written, string fault) =>
        DiagnosticCatalog.ReferencedFileInvalid.At(file, range, $"{kind} {Quoted.Text(written)} {fault}");
}

/// <summary>What a message calls a value: <c>'title'</c>, or <c>Item 2 of 'tags'</c>. Text only when there is a message.</summary>
/// <param name="Name">The key, or a path such as <c>extra.source</c>.</param>
/// <param name="Item">Counted from 0; -1 for the whole value.</param>
internal readonly record struct FieldLabel(string Name, int Item = -1)
{
    public override string ToString() => Item < 0
        ? Quoted.Text(Name)
        : string.Create(CultureInfo.InvariantCulture, $"Item {Item + 1} of {Quoted.Text(Name)}");
}
