using Microsoft.Playwright;

namespace Content.Site.Tests.Sanitizing;

/// <summary>With <c>"html": "sanitize"</c> no article runs a script in a reader's browser: each hostile text is shown, and everything in it is clicked and hovered over.</summary>
public sealed class SanitizedArticleTests(Browser browser)
{
    /// <summary>Does what readers do, to every element, and tells whether a script has run.</summary>
    private const string Use = """
        async () => {
          for (const element of document.body.querySelectorAll('*')) {
            for (const name of ['mouseover', 'mouseenter', 'pointerover', 'focus', 'click', 'input', 'toggle']) {
              if (name === 'focus' && element.focus) element.focus();
              element.dispatchEvent(name === 'click' ? new MouseEvent(name, { bubbles: true, cancelable: true }) : new Event(name, { bubbles: true }));
            }
          }
          await new Promise(done => setTimeout(done, 30));
          return window.ran;
        }
        """;

    private const string Watch = "window.ran = 0; for (const name of ['alert', 'prompt', 'confirm', 'print']) window[name] = () => { window.ran++; };";

    [Fact]
    public async Task No_article_runs_a_script()
    {
        var ran = await FindRunning(Together(HostileArticles.Compile("sanitize")));
        Assert.True(ran.Count == 0, $"{ran.Count} of {HostileArticles.Texts.Count * 2} ran:\n{string.Join('\n', ran.Take(20))}");
    }

    [Fact]
    public async Task Nor_does_one_where_there_is_to_be_no_HTML()
    {
        var ran = await FindRunning(Together(HostileArticles.Compile("forbid")));
        Assert.True(ran.Count == 0, string.Join('\n', ran.Take(20)));
    }

    /// <summary>That the texts are hostile, and that it would be seen.</summary>
    [Fact]
    public async Task They_do_where_all_HTML_is_allowed()
    {
        var ran = await FindRunning([.. HostileArticles.Compile("allow").Where((_, index) => index % 16 == 0)]);
        Assert.True(ran.Count >= 15, $"{ran.Count} ran.");
    }

    /// <summary>Several on a page, since a thousand pages take minutes; what is left open in one goes on in the next, which makes them no tamer.</summary>
    private static List<(string Article, string Body)> Together(IReadOnlyList<(string Article, string Body)> pages) =>
        [.. pages.Chunk(25).Select(some => (some[0].Article, string.Join("\n<hr>\n", some.Select(page => page.Body))))];

    private async Task<List<string>> FindRunning(IReadOnlyList<(string Article, string Body)> pages)
    {
        var page = await browser.OpenBlank();
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        var current = "";
        await page.RouteAsync("**/*", route => route.Request.Url == "https://articles.example/" && route.Request.IsNavigationRequest
            ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = current })
            : route.FulfillAsync(new() { ContentType = "text/javascript", Body = "window.top.alert(1)" }));
        var ran = new List<string>();
        foreach (var (article, body) in pages)
        {
            current = $"<!doctype html><html><head><meta charset=\"utf-8\"><title>t</title><script>{Watch}</script></head><body>{body}</body></html>";
            var before = dialogs;
            var count = 0;
            try
            {
                await page.GotoAsync("https://articles.example/", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
                count = await page.EvaluateAsync<int>(Use);
            }
            catch (PlaywrightException left) when (left.Message.Contains("navigation", StringComparison.Ordinal) || left.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
            {
                // A link was followed while the page was used: an address of its own runs nothing here, which the dialogs tell.
            }

            if (count > 0 || dialogs > before)
                ran.Add($"{article}: {body}");
        }

        return ran;
    }
}
