namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>Ends the parsing of a text that would take too long; the parser knows no other way.</summary>
/// <param name="offset">Where in the text it was.</param>
/// <param name="cause">What there is too much of.</param>
internal sealed class BudgetExceededException(int offset, string cause) : Exception($"Too many {cause} at {offset}.")
{
    public int Offset => offset;

    public string Cause => cause;
}
