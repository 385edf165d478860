using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Content.Site.Tests;

/// <summary>Where a page has got to.</summary>
internal static class Arrival
{
    // A guard against a test that would never end; the machine may have others to do.
    private const int Patience = 45_000;

    /// <summary>
    /// Waits until the page's address ends so. It is asked again and again: <see cref="IPage.WaitForURLAsync(string, PageWaitForURLOptions)"/> looks at the address and then
    /// begins to listen, and what commits between the two it never hears of.
    /// </summary>
    public static Task ArriveAt(this IPage page, string end) =>
        Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "$"), new() { Timeout = Patience });
}
