using System.Buffers;
using System.Collections.Frozen;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Ganss.Xss;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// What HTML of authors who are not trusted may hold: the rules of HtmlSanitizer, with what it leaves to its users decided. Elements whose content is read
/// by other rules (scripts, styles, SVG, MathML) are never among it: so a tag that stays means the same to every browser as it does here.
/// </summary>
internal sealed class MarkupRules
{
    private static readonly SearchValues<char> number = SearchValues.Create("0123456789.");

    /// <summary>Nobody can allow these. Their content is text, another language or another page.</summary>
    private static readonly FrozenSet<string> never = Set(
        "script style svg math template noscript noembed noframes iframe xmp plaintext listing textarea title object embed applet portal fencedframe base meta link "
        + "html head body frame frameset");

    /// <summary>What HtmlSanitizer does not have among its own, and no reader is harmed by.</summary>
    private static readonly string[] alsoElements = Words("picture source video audio track figure figcaption bdo wbr time rb rtc slot dialog search hgroup article");
    private static readonly string[] alsoAttributes = Words("id class role srcset sizes loading decoding controls poster preload loop muted playsinline kind srclang allowfullscreen colspan rowspan");

    /// <summary>A style is the author's own design of our page: it can lie over everything.</summary>
    private static readonly string[] notAttributes = ["style", "ping", "srcdoc", "formaction"];
    private static readonly string[] alsoSchemes = ["mailto", "tel"];

    /// <summary>What Markdown itself renders, of which authors have only the address.</summary>
    private static readonly FrozenSet<string> ofMarkdown = Set("iframe video audio source input");

    private static readonly FrozenSet<string> images = Set("image/png image/jpeg image/gif image/webp image/avif");

    private readonly FrozenSet<string> elements;
    private readonly FrozenSet<string> attributes;
    private readonly FrozenSet<string> schemes;
    private readonly FrozenSet<string> addresses = Set(string.Join(' ', HtmlSanitizerDefaults.UriAttributes.Append("ping").Append("srcset").Append("imagesrcset")));
    private readonly HtmlSanitizer? styles;

    public MarkupRules(HtmlPolicy policy)
    {
        IsForbidden = policy.Mode == HtmlMode.Forbid;
        elements = policy.Elements.Over(HtmlSanitizerDefaults.AllowedTags.Concat(alsoElements).Except(never)).Except(never).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        attributes = policy.Attributes.Over(HtmlSanitizerDefaults.AllowedAttributes.Concat(alsoAttributes).Except(notAttributes))
            .Where(CanAllowAttribute).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        schemes = policy.Schemes.Over(HtmlSanitizerDefaults.AllowedSchemes.Concat(alsoSchemes)).Where(CanAllowScheme).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        styles = attributes.Contains("style") ? new HtmlSanitizer() : null;
    }

    /// <summary>Whether no raw HTML is to come out at all.</summary>
    public bool IsForbidden { get; }

    /// <summary>Whether an element can be allowed.</summary>
    public static bool CanAllowElement(string name) => !never.Contains(name);

    /// <summary>Whether an attribute can be allowed: none that is a script, or another page.</summary>
    public static bool CanAllowAttribute(string name) => !name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && !name.Equals("srcdoc", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a scheme can be allowed.</summary>
    public static bool CanAllowScheme(string scheme) => !UnsafeScheme.IsUnsafe(scheme) && !scheme.Equals("data", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an author may write the element.</summary>
    public bool AllowsElement(ReadOnlySpan<char> name) => Contains(elements, name);

    /// <summary>Whether Markdown may render the element.</summary>
    public bool AllowsRendered(ReadOnlySpan<char> name) => Contains(elements, name) || Contains(ofMarkdown, name);

    /// <summary>Whether the content of an element goes with it, where that stands in the same piece of HTML.</summary>
    public static bool TakesContent(ReadOnlySpan<char> name) => Contains(never, name) && !name.IsAny("html", "head", "body", "base", "meta", "link", "frame", "noscript", "embed");

    /// <summary>Whether an attribute may stay.</summary>
    /// <param name="element">The element that has it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, decoded.</param>
    public bool AllowsAttribute(ReadOnlySpan<char> element, ReadOnlySpan<char> name, string value)
    {
        if (!Contains(attributes, name) && !name.StartsWith("aria-", StringComparison.OrdinalIgnoreCase))
            return false;
        if (name.IsAny("srcset", "imagesrcset"))
            return AllowsSet(value);
        if (Contains(addresses, name))
            return AllowsAddress(value, isImage: element.Is("img") && name.Is("src"));
        return !name.Is("style") || AllowsStyle(value);
    }

    /// <summary>Whether an attribute may stay that Markdown itself can render: beside the author's own, what lays out tables and films.</summary>
    public bool AllowsRenderedAttribute(ReadOnlySpan<char> element, ReadOnlySpan<char> name, string value)
    {
        if (name.Is("style"))
            return (element.IsAny("th", "td") && value is "text-align: left;" or "text-align: center;" or "text-align: right;") || (element.Is("col") && IsWidth(value)) || AllowsAttribute(element, name, value);
        return (element.Is("input") && name.IsAny("type", "disabled", "checked")) || (element.Is("iframe") && name.IsAny("frameborder", "class")) || AllowsAttribute(element, name, value);
    }

    /// <summary>Whether an address may stay, by its scheme.</summary>
    /// <param name="value">The address, decoded.</param>
    /// <param name="isImage">Whether it is shown as an image, which may stand in it.</param>
    public bool AllowsAddress(string value, bool isImage)
    {
        if (UnsafeScheme.Of(value) is not { } scheme || schemes.Contains(scheme))
            return true;
        return isImage && scheme.Equals("data", StringComparison.OrdinalIgnoreCase) && UnsafeScheme.MediaTypeOf(value) is { } type && images.Contains(type);
    }

    private bool AllowsSet(string value)
    {
        var candidates = new SourceSet(value);
        while (candidates.MoveNext())
        {
            if (!AllowsAddress(value[candidates.Start..candidates.End], isImage: true))
                return false;
        }

        return true;
    }

    private bool AllowsStyle(string value)
    {
        if (styles is null)
            return false;
        var isClean = true;
        void Note(object? sender, EventArgs removed) => isClean = false;
        styles.RemovingAttribute += Note;
        styles.RemovingStyle += Note;
        styles.RemovingTag += Note;
        styles.Sanitize($"<div style=\"{System.Net.WebUtility.HtmlEncode(value)}\"></div>");
        styles.RemovingAttribute -= Note;
        styles.RemovingStyle -= Note;
        styles.RemovingTag -= Note;
        return isClean;
    }

    private static bool IsWidth(string value) =>
        value.StartsWith("width:", StringComparison.Ordinal) && value.EndsWith('%') && value.AsSpan(6, value.Length - 7).Trim().IndexOfAnyExcept(number) < 0;

    private static bool Contains(FrozenSet<string> names, ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static string[] Words(string names) => names.Split(' ');

    private static FrozenSet<string> Set(string names) => Words(names).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
