using Content.Compiler.Articles;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>
/// A destination taken apart as a browser would: white space around it and line breaks in it do not count,
/// then scheme, path, query and fragment.
/// </summary>
internal readonly struct LinkTarget
{
    private const string TextDirective = ":~:";

    private readonly int pathStart;
    private readonly int pathEnd;
    private readonly int queryEnd;

    private LinkTarget(LinkKind kind, string text, int schemeLength, int pathStart, string place = "")
    {
        Place = place;
        Kind = kind;
        Text = text;
        SchemeLength = schemeLength;
        this.pathStart = pathStart;
        var fragment = text.AsSpan(pathStart).IndexOf('#');
        queryEnd = fragment < 0 ? text.Length : pathStart + fragment;
        var query = text.AsSpan(pathStart, queryEnd - pathStart).IndexOf('?');
        pathEnd = query < 0 ? queryEnd : pathStart + query;
    }

    /// <summary>What it is.</summary>
    public LinkKind Kind { get; }

    /// <summary>The destination without what browsers leave out.</summary>
    public string Text { get; }

    /// <summary>The scheme's length without its colon; 0 where there is none.</summary>
    public int SchemeLength { get; }

    /// <summary>What stands before the path and stays there: empty, or the scheme and host of our own site.</summary>
    public ReadOnlySpan<char> Origin => Kind == LinkKind.OwnSite ? Text.AsSpan(0, pathStart) : default;

    /// <summary>Of a mapped destination the path from the site's root that its beginning stands for.</summary>
    public string Place { get; }

    /// <summary>The destination without a beginning that <c>links.map</c> names, and that is as it is.</summary>
    public ReadOnlySpan<char> Unmapped => Kind == LinkKind.Mapped ? Text.AsSpan(pathStart) : Text;

    /// <summary>The path as written.</summary>
    public ReadOnlySpan<char> Path => Text.AsSpan(pathStart, pathEnd - pathStart);

    /// <summary>Query and fragment as written, with <c>?</c> and <c>#</c>.</summary>
    public ReadOnlySpan<char> Suffix => Text.AsSpan(pathEnd);

    /// <summary>Everything before the fragment.</summary>
    public ReadOnlySpan<char> BeforeFragment => Text.AsSpan(0, queryEnd);

    /// <summary>The fragment without <c>#</c> and without a text directive; empty where there is none.</summary>
    public ReadOnlySpan<char> Fragment
    {
        get
        {
            if (queryEnd == Text.Length)
                return default;
            var fragment = Text.AsSpan(queryEnd + 1);
            var directive = fragment.IndexOf(TextDirective, StringComparison.Ordinal);
            return directive < 0 ? fragment : fragment[..directive];
        }
    }

    /// <summary>Takes the destination of <paramref name="link"/> apart, or what a dialect makes of it.</summary>
    public static LinkTarget Parse(Link link, SiteOrigin origin)
    {
        var text = link.Form is DestinationForm.FileFromRoot or DestinationForm.Name ? LinkText.Clean(link.Rendered) : "";
        if (text.Length == 0)
            return Parse(link.Rendered, origin);
        if (link.Form == DestinationForm.FileFromRoot)
            return new LinkTarget(LinkKind.Mapped, text, 0, 0, "/");
        return new LinkTarget(text[0] == '#' ? LinkKind.ThisArticle : LinkKind.Named, text, 0, 0);
    }

    /// <summary>Takes <paramref name="destination"/> apart.</summary>
    public static LinkTarget Parse(string destination, SiteOrigin origin)
    {
        var text = LinkText.Clean(destination);
        if (text.Length == 0)
            return new LinkTarget(LinkKind.Empty, text, 0, 0);
        if (origin.FindMapping(text) is { } mapping)
            return new LinkTarget(LinkKind.Mapped, text, 0, mapping.Prefix.Length, mapping.Target);
        switch (text[0])
        {
            case '#' or '?':
                return new LinkTarget(LinkKind.ThisArticle, text, 0, 0);
            case '/' or '\\' when text.Length > 1 && text[1] is '/' or '\\':
                return new LinkTarget(LinkKind.External, text, 0, 0);
            case '/' or '\\':
                return new LinkTarget(LinkKind.RootRelative, text, 0, 0);
        }

        var scheme = UriText.LengthOfScheme(text);
        if (scheme == 0)
            return new LinkTarget(LinkScheme.MeasureMistyped(text) > 0 ? LinkKind.MisspelledScheme : LinkKind.Relative, text, 0, 0);
        var kind = LinkScheme.Classify(text, scheme);
        if (kind == LinkKind.External && origin.MeasureOrigin(text) is var length and > 0)
            return new LinkTarget(LinkKind.OwnSite, text, scheme, length);
        return new LinkTarget(kind, text, scheme, 0);
    }
}
