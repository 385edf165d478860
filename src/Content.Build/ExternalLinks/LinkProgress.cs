using System.Globalization;

namespace Content.Build.ExternalLinks;

/// <summary>How far the check has got, for whoever waits for it.</summary>
/// <param name="run">What is checked.</param>
/// <param name="write">Shows a line.</param>
internal sealed class LinkProgress(LinkRun run, Action<string> write)
{
    private int answered;
    private int dead;
    private int unverified;

    /// <summary>One page is answered for. From any thread.</summary>
    public void Count(PageQuestion question, PageVerdict verdict)
    {
        Interlocked.Increment(ref answered);
        if (verdict.State == PageState.Dead)
            Interlocked.Increment(ref dead);
        else if (verdict.State == PageState.Unverified)
            Interlocked.Increment(ref unverified);
        else
            run.Remember(question, verdict);
    }

    /// <summary>Before the first answer.</summary>
    public void Start(int links)
    {
        var hosts = run.Questions.Select(question => question.Page.IdnHost).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        Write($"External links: {links} found; {run.Questions.Count} pages of {hosts} hosts to ask for, the others were alive in the last 7 days.");
    }

    /// <summary>Every few seconds.</summary>
    public void Tell() => Write($"External links: {answered} of {run.Questions.Count} pages asked for; {dead} dead, {unverified} not verified so far.");

    /// <summary>After the last answer.</summary>
    public void End() => Write($"External links: {answered} pages asked for; {dead} dead, {unverified} not verified.");

    private void Write(FormattableString text) => write(text.ToString(CultureInfo.InvariantCulture));
}
