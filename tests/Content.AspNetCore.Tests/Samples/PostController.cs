using Microsoft.AspNetCore.Mvc;

namespace Content.AspNetCore.Tests.Samples;

/// <summary>A controller that looks its article up by itself.</summary>
[Route("/notes/{slug}/")]
public sealed class PostController : Controller
{
    [HttpGet]
    public IActionResult Show(string slug) => Catalog.Posts.TryGet(slug, out var post) ? View("~/Samples/Views/Post.cshtml", post) : NotFound();
}
