using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Content.AspNetCore.Tests.Samples.Pages;

/// <summary>A Razor Page that looks its article up by itself.</summary>
public sealed class PostModel : PageModel
{
    public Post Post { get; private set; } = null!;

    public IActionResult OnGet(string slug)
    {
        if (!Catalog.Posts.TryGet(slug, out var post))
            return Catalog.Find($"/blog/{slug}/") is { } moved && moved.Aliases.Contains($"/blog/{slug}/") ? RedirectPermanent(moved.Url) : NotFound();
        Post = post;
        return Page();
    }
}
