using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>
/// What was found wrong in one text: keys given twice, and of syntax errors the first only, since whatever follows may be its consequence.
/// </summary>
internal sealed class MetadataErrorList(SourceText source)
{
    /// <summary>Nobody reads more of them.</summary>
    private const int MostDuplicates = 100;

    private readonly List<MetadataError> errors = [];

    /// <summary>The first syntax error.</summary>
    public MetadataError? SyntaxError { get; private set; }

    /// <summary>How many were noted, those that only follow from the first among them.</summary>
    public int SyntaxErrors { get; private set; }

    /// <summary>Notes a syntax error.</summary>
    public void Report(TextSpan span, string message)
    {
        SyntaxErrors++;
        if (SyntaxError is not null)
            return;
        SyntaxError = MetadataError.Syntax(span, message);
        errors.Add(SyntaxError.Value);
    }

    /// <summary>Notes a key that its mapping has already.</summary>
    public void ReportDuplicate(string key, TextSpan span, TextSpan first)
    {
        if (SyntaxError is null && errors.Count < MostDuplicates)
            errors.Add(MetadataError.DuplicateKey(source, key, span, first));
    }

    /// <summary>Whether a syntax error is among <paramref name="errors"/>.</summary>
    public static bool IsBroken(ImmutableArray<MetadataError> errors)
    {
        // Reason: a query over a value type is compiled anew in every process.
        foreach (var error in errors)
        {
            if (error.Kind == MetadataErrorKind.Syntax)
                return true;
        }

        return false;
    }

    /// <summary>All of them, in the order found.</summary>
    public ImmutableArray<MetadataError> ToImmutable() => [.. errors];
}
