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
        if (links == 0)
            Write($"External links: none found.");
        else if (hosts == 0)
            Write($"External links: {links} found, all of them alive in the last 7 days.");
        else
            Write($"External links: {links} found; asking {Count(hosts, "host")} for {Count(run.Questions.Count, "page")}, the others were alive in the last 7 days.");
    }

    /// <summary>Every few seconds.</summary>
    public void Tell() => Write($"External links: {answered} of {Count(run.Questions.Count, "page")} asked for; {dead} dead, {unverified} not verified so far.");

    /// <summary>After the last answer, when the verdicts are final.</summary>
    public void End(PageVerdict[] verdicts)
    {
        if (verdicts.Length == 0)
            return;
        var gone = verdicts.Count(verdict => verdict.State == PageState.Dead);
        var unknown = verdicts.Count(verdict => verdict.State == PageState.Unverified);
        Write($"External links: {Count(verdicts.Length, "page")} asked for; {gone} dead, {unknown} not verified.");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private void Write(FormattableString text) => write(text.ToString(CultureInfo.InvariantCulture));
}
