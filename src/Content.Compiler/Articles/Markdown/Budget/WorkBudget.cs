using Markdig;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// What parsing an article has cost, in steps of about two nanoseconds. The parser takes time that grows with the square of some texts, and nothing
/// can stop it from outside; so what costs more than a step for each character is counted before it is done. Steps are counted and not timed:
/// the verdict is the same on every machine. What a step of each parser costs was measured against the Markdig of <see cref="MeasuredAgainst"/>, with
/// <c>tests/Content.Fuzzing grow</c>.
/// </summary>
/// <param name="text">The text that is parsed.</param>
internal sealed class WorkBudget(string text) : MarkdownParserContext
{
    /// <summary>Some hundred times what the largest article of our corpora takes, and less than a second.</summary>
    public const long Most = 400_000_000;

    /// <summary>The version whose parsers were measured. Another one is measured before this is changed: a parser may have become slower, or faster.</summary>
    public const string MeasuredAgainst = "1.6.0";

    private int definitions;
    private int line = -1;
    private int level;

    /// <summary>The text that is parsed.</summary>
    public string Text => text;

    /// <summary>How many steps were counted.</summary>
    public long Spent { get; private set; }

    /// <summary>Whether texts are looked at before they are parsed.</summary>
    public bool IsWatching { get; set; }

    /// <summary>How many headings have their id.</summary>
    public int Headings { get; set; }

    /// <summary>Counts one more line that can be a definition: it is compared with all before it.</summary>
    public void SpendOnDefinition(long steps, int offset) => Spend(steps + (++definitions / 6), offset, "link definitions");

    /// <summary>Counts steps that are taken for something at an offset of the text.</summary>
    /// <exception cref="BudgetExceededException">They are too many.</exception>
    public void Spend(long steps, int offset, string cause)
    {
        Spent += steps;
        if (Spent > Most)
            throw new BudgetExceededException(offset, cause);
    }

    /// <summary>Counts one more container that goes on in a line: each tells all that it lies in where it now ends.</summary>
    public void SpendOnLevel(int line, int offset)
    {
        if (this.line != line)
            (this.line, level) = (line, 0);
        Spend(++level, offset, "quotes, lists or containers inside each other");
    }
}
