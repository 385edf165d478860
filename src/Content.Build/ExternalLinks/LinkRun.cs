using Content.Compiler.Diagnostics;
using Content.Compiler.ExternalLinks;

namespace Content.Build.ExternalLinks;

/// <summary>From the links of the content to what is wrong with them: what is remembered is not asked for, and no page twice.</summary>
internal sealed class LinkRun
{
    private readonly LinkMemory memory;
    private readonly ILookup<Uri, ExternalLink> unknown;
    private readonly List<Diagnostic> diagnostics = [];

    public LinkRun(IReadOnlyList<ExternalLink> links, LinkMemory memory)
    {
        this.memory = memory;
        // Reason: a page that is asked for anyway is asked for all that is linked to in it.
        var pages = links.GroupBy(link => link.Page).ToLookup(page => page.All(link => memory.TryFind(link.Address, out _)));
        unknown = pages[false].SelectMany(page => page).ToLookup(link => link.Page);
        foreach (var link in pages[true].SelectMany(page => page))
        {
            if (memory.TryFind(link.Address, out var movedTo) && movedTo.Length > 0)
                diagnostics.Add(ExternalLinkErrors.Moved(link, movedTo));
        }

        Questions = [.. unknown.Select(page => new PageQuestion(page.Key, AnchorsOf(page)))];
    }

    /// <summary>What is to be asked.</summary>
    public IReadOnlyList<PageQuestion> Questions { get; }

    /// <summary>What is wrong, suppressions and severities not yet applied.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Remembers what is alive as soon as it is known. From any thread.</summary>
    public void Remember(PageQuestion question, PageVerdict verdict)
    {
        lock (memory)
        {
            foreach (var link in unknown[question.Page])
            {
                if (!verdict.MissingAnchors.Contains(link.Fragment))
                    memory.Remember(link.Address, MovedTo(link, verdict));
            }
        }
    }

    /// <summary>Takes the answers to all questions, in their order: what is not alive is reported wherever it is linked to.</summary>
    public void TakeAll(IReadOnlyList<PageVerdict> verdicts)
    {
        for (var index = 0; index < verdicts.Count; index++)
        {
            foreach (var link in unknown[Questions[index].Page])
            {
                if (Judge(link, verdicts[index]) is { } problem)
                    diagnostics.Add(problem);
            }
        }
    }

    private static Diagnostic? Judge(ExternalLink link, PageVerdict verdict)
    {
        if (verdict.State == PageState.Dead)
            return ExternalLinkErrors.Dead(link, verdict.Reason);
        if (verdict.State == PageState.Unverified)
            return ExternalLinkErrors.Unverified(link, verdict.Reason);
        if (verdict.MissingAnchors.Contains(link.Fragment))
        {
            return verdict.IsCutOff
                ? ExternalLinkErrors.Unverified(link, "the page is there, but its anchor is not within the first 2 MB")
                : ExternalLinkErrors.NoAnchor(link);
        }

        return MovedTo(link, verdict) is { Length: > 0 } movedTo ? ExternalLinkErrors.Moved(link, movedTo) : null;
    }

    private static string MovedTo(ExternalLink link, PageVerdict verdict) => verdict.MovedTo is { } page ? link.AddressOf(page) : "";

    private static HashSet<string> AnchorsOf(IEnumerable<ExternalLink> links) =>
        links.Select(link => link.Fragment).Where(PageAnchors.IsNamed).ToHashSet(StringComparer.Ordinal);
}
