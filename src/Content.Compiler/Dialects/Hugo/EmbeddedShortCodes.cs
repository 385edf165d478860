using System.Collections.Frozen;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>Short codes that Hugo has built in, and that stand for an element of another site: as templates, none of them a block, since they stand in text as well, <c>{id}</c> for what is shown.</summary>
internal static class EmbeddedShortCodes
{
    /// <summary>By name; where the first argument has no name, it is the one that is named here.</summary>
    public static FrozenDictionary<string, (string Template, string First)> Known { get; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["youtube"] = ("""<iframe class="video" src="https://www.youtube.com/embed/{id}" title="YouTube video" allowfullscreen="allowfullscreen" loading="lazy"></iframe>""", "id"),
        ["vimeo"] = ("""<iframe class="video" src="https://player.vimeo.com/video/{id}" title="vimeo video" allow="fullscreen" loading="lazy"></iframe>""", "id"),
        ["instagram"] = ("""<a class="instagram-media" href="https://www.instagram.com/p/{id}/">https://www.instagram.com/p/{id}/</a>""", "id"),
        ["qr"] = ("""<span class="qr">{text}</span>""", "text"),
        ["details"] = ("""<details><summary>{summary}</summary>{inner}</details>""", "summary"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
