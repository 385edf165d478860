using System.Collections.Immutable;
using System.Collections.Concurrent;
using Content.Compiler.Sources;

namespace Content.Compiler.Application;

/// <summary>
/// The addresses that the program answers besides articles and files: those of its pages, and those that <c>routes</c> names.
/// A route with parameters at which articles are found is the page that shows them, so it answers no other address:
/// otherwise no link to an article that is gone would ever be noticed.
/// </summary>
internal sealed class ApplicationRoutes
{
    private readonly ImmutableArray<GlobPattern> patterns;
    private readonly ImmutableArray<RouteTemplate> templates;
    private readonly Func<IEnumerable<string>> entries;
    private readonly ConcurrentDictionary<RouteTemplate, bool> showsArticles = new();

    /// <param name="patterns">What <c>routes</c> names.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="entries">The decoded addresses of all entries, without slashes at their ends.</param>
    public ApplicationRoutes(ImmutableArray<GlobPattern> patterns, ImmutableArray<ApplicationPage> pages, Func<IEnumerable<string>> entries)
    {
        this.patterns = patterns;
        this.entries = entries;
        templates = [.. pages.SelectMany(page => page.Routes)];
    }

    /// <summary>Whether the program answers a decoded path without slashes at its ends.</summary>
    public bool Answers(string path)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch("/" + path) || pattern.IsMatch("/" + path + "/"))
                return true;
        }

        foreach (var template in templates)
        {
            if (template.IsMatch(path) && !(template.HasParameters && showsArticles.GetOrAdd(template, ShowsArticles)))
                return true;
        }

        return false;
    }

    private bool ShowsArticles(RouteTemplate template) => entries().Any(template.IsMatch);
}
