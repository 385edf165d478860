namespace Content.Build.ExternalLinks;

/// <summary>A page to ask for, once for all links to it.</summary>
/// <param name="Page">Its address, without fragment.</param>
/// <param name="Anchors">The fragments to look for in it.</param>
internal sealed record PageQuestion(Uri Page, IReadOnlySet<string> Anchors);
