namespace Content.Site.Tests;

/// <summary>One page of every kind that the site has.</summary>
internal static class PageKinds
{
    public static IReadOnlyList<string> All { get; } =
    [
        "/", "/docs/", "/docs/configuration/", "/docs/code/", "/diagnostics/", "/diagnostics/CONTENT2001/", "/blog/", "/blog/2026/your-articles-deserve-a-compiler/",
        "/blog/2026/ten-thousand-articles/", "/blog/2026/publishing-on-a-schedule/", "/authors/", "/authors/jane-doe/", "/tags/", "/tags/msbuild/", "/about/",
        "/search/", "/search/?q=link", "/search/?q=xyzzyx", "/nowhere/", "/docs/configuratoin/",
    ];
}
