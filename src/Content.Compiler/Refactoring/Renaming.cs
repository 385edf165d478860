using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.FrontMatter;
using Content.Compiler.Navigation;
using Content.Compiler.Paths;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Refactoring;

/// <summary>Renames a heading, an id or the label of a link's definition, and everything that names it.</summary>
internal static class Renaming
{
    /// <summary>What would be renamed at an offset: its place, and its name as it stands there; null where nothing can be.</summary>
    public static (TextSpan Span, string Name)? Find(ContentDocument document, int offset)
    {
        if (document.IsConfiguration || document.Entry < 0 || offset < document.Block.BodyStart)
            return null;
        if (document.FindId(offset) is { } id)
            return (id.Span, id.Id);
        if (FindLabel(document, offset) is { } label)
            return (label.Span, document.Text.Substring(label.Span.Start, label.Span.Length));
        if (document.FindLink(offset) is { } link)
            return FindTarget(document, link, offset) is { } target ? (target.Written, target.Id) : null;
        if (document.FindHeading(offset) is var heading and >= 0 && document.Outline.Headings[heading] is { Content.Length: > 0 } found)
            return (found.Content, document.Text.Substring(found.Content.Start, found.Content.Length));
        return null;
    }

    /// <summary>The edits that rename what stands at an offset.</summary>
    /// <param name="document">The file.</param>
    /// <param name="offset">A place that <see cref="Find"/> knows.</param>
    /// <param name="name">The new name.</param>
    /// <param name="cancellation">Looked at before every link.</param>
    public static Refactored Rename(ContentDocument document, int offset, string name, CancellationToken cancellation)
    {
        name = name.Trim();
        if (name.Length == 0)
            return Refactored.Refuse("The new name is empty.");
        if (name.AsSpan().ContainsAny('\r', '\n'))
            return Refactored.Refuse("The new name has to be on one line.");
        if (document.IsConfiguration || document.Entry < 0 || offset < document.Block.BodyStart)
            return Refactored.Refuse("There is nothing here that can be renamed.");
        if (document.FindId(offset) is { } id)
            return RenameId(document, id.Id, name, cancellation);
        if (FindLabel(document, offset) is { } label)
            return RenameLabel(document, label.Definition, name);
        if (document.FindLink(offset) is { } link)
        {
            return FindTarget(document, link, offset) is { } target
                ? RenameTarget(document, target.Entry, target.Id, name, cancellation)
                : Refactored.Refuse("A link is renamed at what it leads to: rename the file, or the heading.");
        }

        return document.FindHeading(offset) is var heading and >= 0 ? RenameHeading(document, heading, name, cancellation) : Refactored.Refuse("There is nothing here that can be renamed.");
    }

    private static (TextSpan Span, int Definition)? FindLabel(ContentDocument document, int offset)
    {
        if (document.FindLink(offset) is { } inDestination && document.FindOutlineLink(offset) is null or { Definition: < 0 } && document.FindDefinition(offset) < 0 && inDestination is not null)
            return null;
        if (document.FindDefinition(offset) is var definition and >= 0)
            return (document.Outline.Definitions[definition].LabelSpan, definition);
        return document.FindOutlineLink(offset) is { Definition: >= 0 } link && (link.Form != ReferenceForm.Full || link.LabelSpan.Start <= offset)
            ? (link.LabelSpan, link.Definition)
            : null;
    }

    /// <summary>The id that the fragment of a link names, where an author gave it: a heading's follows from its text.</summary>
    private static (TextSpan Written, int Entry, string Id)? FindTarget(ContentDocument document, Link link, int offset)
    {
        var span = GoTo.SpanOf(document.Source.Lines, link.Range);
        var sign = document.Text.IndexOf('#', span.Start, span.Length);
        if (sign < 0 || offset <= sign)
            return null;
        var end = document.Site.Follow(document.Entry, link);
        if (end.Entry < 0 || end.Fragment.Length == 0 || ContentDocument.Open(document.Site, document.Site.Entries[end.Entry].Article.File) is not { } target)
            return null;
        var isGiven = target.Outline.Ids.Any(id => id.Id == end.Fragment) || target.Outline.Headings.Any(heading => heading.Id?.Id == end.Fragment);
        return isGiven ? (TextSpan.FromBounds(sign + 1, span.End), end.Entry, end.Fragment) : null;
    }

    private static Refactored RenameTarget(ContentDocument document, int entry, string id, string name, CancellationToken cancellation) =>
        ContentDocument.Open(document.Site, document.Site.Entries[entry].Article.File) is { } target
            ? RenameId(target, id, name, cancellation)
            : Refactored.Refuse("The file that it leads to cannot be read.");

    private static Refactored RenameId(ContentDocument document, string old, string name, CancellationToken cancellation)
    {
        if (name.StartsWith('#'))
            name = name[1..];
        if (name.Length == 0 || name.Any(unit => char.IsWhiteSpace(unit) || unit is '"' or '\'' or '<' or '>' or '{' or '}' or '&' or '#'))
            return Refactored.Refuse("An id has no spaces, quotes, brackets or number signs in it.");
        if (name != old && document.Article?.Content?.Anchors.Contains(name) == true)
            return Refactored.Refuse($"The article has an anchor '{name}' already.");
        var changes = new List<TextChange>();
        foreach (var id in document.Outline.Ids.Concat(document.Outline.Headings.Select(heading => heading.Id).OfType<OutlineId>()).Where(id => id.Id == old).DistinctBy(id => id.Span))
            changes.Add(new TextChange(document.File, document.Source.GetRange(id.Span), name, ChangeReason.Asked));
        AddLinks(document.Site, document.Entry, new Dictionary<string, string>(StringComparer.Ordinal) { [old] = name }, null, changes, cancellation);
        return Refactored.Of(changes);
    }

    private static Refactored RenameHeading(ContentDocument document, int heading, string name, CancellationToken cancellation)
    {
        var place = document.Outline.Headings[heading].Content;
        var text = string.Concat(document.Text.AsSpan(0, place.Start), name, document.Text.AsSpan(place.End));
        var changes = new List<TextChange> { new(document.File, document.Source.GetRange(place), name, ChangeReason.Asked) };
        var before = document.Article!.Content?.Headings ?? [];
        var after = ReadHeadings(document, text);
        if (after.Length != before.Length)
            return Refactored.Refuse("With this text it would not be one heading any more.");

        // Reason: the ids of other headings with the same text are numbered, so that they can be others now.
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < before.Length; index++)
        {
            if (before[index].Id != after[index].Id && before[index].Id.Length > 0 && after[index].Id.Length > 0)
                renamed.TryAdd(before[index].Id, after[index].Id);
        }

        AddLinks(document.Site, document.Entry, renamed, name, changes, cancellation);
        return Refactored.Of(changes);
    }

    private static ImmutableArray<ArticleHeading> ReadHeadings(ContentDocument document, string text)
    {
        var article = document.Article!;
        var read = new ArticleReader(document.Site.Configuration).Read(
            new SourceFile(article.Path, article.File, 0, 0), new SourceReading(new SourceText(article.File, text), default, null), article.Collection);
        return read.Content?.Headings ?? [];
    }

    private static void AddLinks(SiteView site, int entry, Dictionary<string, string> renamed, string? heading, List<TextChange> changes, CancellationToken cancellation)
    {
        if (renamed.Count == 0)
            return;
        var sources = new Dictionary<string, SourceText?>(StringComparer.Ordinal);
        var anchors = site.Linking?.AnchorsOf(entry);
        foreach (var (from, link) in site.LinksTo(entry))
        {
            cancellation.ThrowIfCancellationRequested();
            if (FragmentText.Of(link.Rendered) is not { } fragment)
                continue;
            // Reason: notes name a heading by its text.
            var isByText = link.Form == DestinationForm.Name && anchors?.Contains(fragment) == false;
            if (isByText)
                fragment = anchors!.FindHeading(Uri.UnescapeDataString(fragment)) ?? fragment;
            var file = site.FileOf(from, link);
            foreach (var (old, name) in renamed)
            {
                if (!FragmentText.Means(fragment, old))
                    continue;
                if (!sources.TryGetValue(file, out var source))
                    sources.Add(file, source = site.Read(file));
                if (source is not null && WrittenLink.WithFragment(source.File, source, link, isByText ? heading ?? name : name, isByText) is { } change)
                    changes.Add(change);
                break;
            }
        }
    }

    private static Refactored RenameLabel(ContentDocument document, int definition, string name)
    {
        if (name.AsSpan().ContainsAny('[', ']') || name.StartsWith('^'))
            return Refactored.Refuse("A label has no brackets in it, and does not begin with '^'.");
        var outline = document.Outline;
        for (var other = 0; other < outline.Definitions.Length; other++)
        {
            if (other != definition && CaseFolding.Comparer.Equals(outline.Definitions[other].Label.Trim(), name))
                return Refactored.Refuse($"There is a definition '{name}' already.");
        }

        var changes = new List<TextChange> { new(document.File, document.Source.GetRange(outline.Definitions[definition].LabelSpan), name, ChangeReason.Asked) };
        foreach (var link in outline.Links.Where(link => link.Definition == definition))
        {
            // Reason: the label of a short form is what readers see, which stays as it is.
            var (place, text) = link.Form switch
            {
                ReferenceForm.Full => (link.LabelSpan, name),
                ReferenceForm.Collapsed => (new TextSpan(link.Span.End - 1, 0), name),
                _ => (new TextSpan(link.Span.End, 0), $"[{name}]"),
            };
            changes.Add(new TextChange(document.File, document.Source.GetRange(place), text, ChangeReason.Link));
        }

        return Refactored.Of(changes);
    }
}
