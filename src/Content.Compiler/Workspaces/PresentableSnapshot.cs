using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;

namespace Content.Compiler.Workspaces;

/// <summary>What a running program shows while articles are broken: every article that is right as it is now, and each that is not as it was when it last was right.</summary>
public static class PresentableSnapshot
{
    // Reason: each round takes one more kind of mistake out, and a site of which more has to be held back is shown as it was.
    private const int MostRounds = 4;

    /// <summary>The snapshot to show.</summary>
    /// <param name="current">The files as they are.</param>
    /// <param name="shown">What was shown last; null where nothing was.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    /// <returns><paramref name="current"/> where nothing is wrong with it; null where nothing can be shown yet.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public static WorkspaceSnapshot? Of(WorkspaceSnapshot current, WorkspaceSnapshot? shown, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.Succeeded)
            return current;
        if (current.Articles is not { } articles || current.Files is not { } files)
            return shown;
        var kept = shown?.Articles?.Articles.ToDictionary(article => article.Article.Path, StringComparer.Ordinal) ?? [];
        var navigation = shown?.Articles?.Navigation ?? [];
        var broken = new HashSet<string>(StringComparer.Ordinal);
        var failing = current;
        for (var round = 0; round < MostRounds; round++)
        {
            foreach (var diagnostic in failing.Diagnostics)
            {
                // What is wrong elsewhere than in an article, or still is although the article is what it was, cannot be held back.
                if (diagnostic.Severity != DiagnosticSeverity.Error)
                    continue;
                var isNew = broken.Add(diagnostic.File);
                foreach (var article in articles.Articles)
                {
                    if (article.Article.Inputs.Any(input => input.Path == diagnostic.File))
                        isNew |= broken.Add(article.Article.File);
                }

                if (!isNew)
                    return shown;
            }

            var right = articles with
            {
                Articles = [.. articles.Articles.Select(Choose).OfType<StoredArticle>()],
                Navigation = [.. articles.Navigation.Where(page => !broken.Contains(page.File)).Concat(navigation.Where(page => broken.Contains(page.File)))],
                ReadAnew = [],
            };
            failing = current.WithArticles(right, cancellation);
            if (failing.Succeeded)
                return failing;
        }

        return shown;

        StoredArticle? Choose(StoredArticle article) =>
            !broken.Contains(article.Article.File) ? article : kept.GetValueOrDefault(article.Article.Path);
    }
}
