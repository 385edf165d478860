using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Puts an article together with what it takes in, before it is read: one text, each part of which knows the file that it was written in. So links,
/// headings and mistakes of what is taken in are found as the article's own, at their places in the other file. Thread-safe.
/// </summary>
internal sealed class InclusionComposer(MarkdownPipeline pipeline, AnchorStyle anchors, ImmutableArray<IInclusionSyntax> syntaxes)
{
    /// <summary>Articles that take in articles: nobody goes deeper by hand.</summary>
    private const int Deepest = 32;

    /// <summary>What takes in two that each take in two, and so on, is much without being long.</summary>
    private const int MostInclusions = 10_000;

    /// <summary>Whether there can be anything to take in.</summary>
    public bool MayBeIn(ReadOnlySpan<char> text)
    {
        foreach (var syntax in syntaxes)
        {
            if (syntax.MayBeIn(text))
                return true;
        }

        return false;
    }

    /// <summary>The article with all that it takes in; itself where that is nothing.</summary>
    /// <param name="article">As it is written.</param>
    /// <param name="bodyStart">Where its text begins.</param>
    /// <param name="inputs">Where other files are looked up.</param>
    /// <param name="diagnostics">Is told what cannot be taken in; its comment then stays.</param>
    /// <exception cref="BudgetExceededException">A text is made to take long.</exception>
    /// <exception cref="ArgumentException">A text is nested too deeply for the parser.</exception>
    public SourceText Compose(SourceText article, int bodyStart, ArticleInputs inputs, List<Diagnostic> diagnostics)
    {
        var composition = new Composition(this, inputs, diagnostics);
        return composition.Make(article, bodyStart);
    }

    private MarkdownDocument Parse(string text) => MarkdownParser.Parse(text, pipeline, new WorkBudget(text));

    private List<Inclusion> Find(MarkdownDocument document, string text)
    {
        var found = new List<Inclusion>();
        foreach (var syntax in syntaxes)
        {
            if (syntax.MayBeIn(text))
                syntax.Find(document, text, found);
        }

        found.Sort((left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return found;
    }

    /// <summary>The headings at the top level of a document with their ids.</summary>
    private List<(string Id, HeadingBlock Heading)> HeadingsOf(MarkdownDocument document, SourceText source)
    {
        if (anchors != AnchorStyle.Markdig)
        {
            var facts = new ArticleFacts();
            facts.Start(source);
            HeadingNames.Give(document, 0, facts, anchors);
        }

        return [.. document.OfType<HeadingBlock>().Select(heading => (heading.TryGetAttributes()?.Id ?? "", heading))];
    }

    /// <summary>One article in the making.</summary>
    private sealed class Composition(InclusionComposer composer, ArticleInputs inputs, List<Diagnostic> diagnostics)
    {
        private readonly StringBuilder text = new();
        private readonly ImmutableArray<TextPart>.Builder parts = ImmutableArray.CreateBuilder<TextPart>();
        private readonly Stack<Step> steps = new();
        private int inclusions;

        public SourceText Make(SourceText article, int bodyStart)
        {
            var body = article.Text[bodyStart..];
            var found = composer.Find(composer.Parse(body), body);
            if (found.Count == 0)
                return article;
            Append(article, 0, bodyStart, "");
            steps.Push(new Step(article, default));
            AppendAll(article, bodyStart, body, new TextSpan(0, body.Length), found, "");
            return new SourceText(article.File, text.ToString()) { Origins = new TextOrigins(parts.ToImmutable()) };
        }

        /// <summary>Appends <paramref name="kept"/> of a body, and what its inclusions name in their places.</summary>
        private void AppendAll(SourceText source, int bodyStart, string body, TextSpan kept, List<Inclusion> found, string indent)
        {
            var position = kept.Start;
            foreach (var inclusion in found)
            {
                if (inclusion.Span.Start < position || inclusion.Span.End > kept.End)
                    continue;
                if (FindTarget(source, bodyStart, inclusion) is not { } target)
                    continue;
                Append(source, bodyStart + position, inclusion.Span.Start - position, indent);
                var lineStart = body.AsSpan(0, inclusion.Span.Start).LastIndexOf('\n') + 1;
                var before = body.AsSpan(lineStart, inclusion.Span.Start - lineStart);
                var inner = inclusion.IsBlock ? indent + Continue(before) : indent;
                if (inclusion.IsBlock && before.IndexOfAnyExcept(" \t>") < 0)
                    AppendMade(source, bodyStart + inclusion.Span.Start, "\n" + inner);
                steps.Push(new Step(target.Source, source.GetRange(inclusion.PathSpan.Shift(bodyStart))));
                AppendAll(target.Source, target.BodyStart, target.Body, target.Kept, target.Inclusions, inner);
                steps.Pop();
                if (inclusion.IsBlock)
                    AppendMade(source, bodyStart + inclusion.Span.End, "\n" + inner.TrimEnd() + "\n" + inner);
                position = inclusion.Span.End;
            }

            Append(source, bodyStart + position, kept.End - position, indent);
        }

        private Target? FindTarget(SourceText source, int bodyStart, Inclusion inclusion)
        {
            var range = source.GetRange(inclusion.PathSpan.Shift(bodyStart));
            if (++inclusions > MostInclusions || steps.Count > Deepest || text.Length > SourceReader.MaxBytes)
            {
                diagnostics.Add(InclusionErrors.TooMuch(source.File, range, inclusion.Path));
                return null;
            }

            if (inputs.FindArticle(inclusion.Path, source.File, range, inclusion.Place, out var problem) is not { } other)
            {
                diagnostics.Add(problem!);
                return null;
            }

            if (steps.Any(step => step.Source.File == other.File))
            {
                ReportCircle(source, range, other.File);
                return null;
            }

            return Read(source, bodyStart, inclusion, other);
        }

        private Target? Read(SourceText source, int bodyStart, Inclusion inclusion, SourceText other)
        {
            var start = FrontMatterReader.Read(other).BodyStart;
            var body = other.Text[start..];
            var document = composer.Parse(body);
            var kept = new TextSpan(0, body.TrimEnd().Length);
            if (inclusion.Fragment is { } fragment)
            {
                var headings = composer.HeadingsOf(document, other);
                var at = headings.FindIndex(heading => heading.Id == fragment);
                if (at < 0)
                    at = headings.FindIndex(heading => heading.Id == Uri.UnescapeDataString(fragment));
                if (at < 0 && inclusion.Place == InclusionPlace.Anywhere)
                    at = headings.FindIndex(heading => InlineText.Of(heading.Heading.Inline).Trim().Equals(fragment, StringComparison.OrdinalIgnoreCase));
                if (at < 0)
                {
                    diagnostics.Add(LinkErrors.NoAnchorThere(
                        source.File, source.GetRange(inclusion.FragmentSpan.Shift(bodyStart)), inclusion.Path, "#" + fragment, Near(fragment, headings)));
                    return null;
                }

                var next = headings.FindIndex(at + 1, heading => heading.Heading.Level <= headings[at].Heading.Level);
                var end = next < 0 ? body.Length : headings[next].Heading.Span.Start;
                kept = TextSpan.FromBounds(headings[at].Heading.Span.Start, end);
                kept = new TextSpan(kept.Start, body.AsSpan(kept.Start, kept.Length).TrimEnd().Length);
            }

            return new Target(other, start, body, kept, composer.Find(document, body));
        }

        private static string? Near(string fragment, List<(string Id, HeadingBlock Heading)> headings) =>
            Suggestion.Closest(fragment, headings.Select(heading => heading.Id).Where(id => id.Length > 0)) is { } near ? "#" + near : null;

        /// <summary>
        /// Told at the step that the circle takes in this article, where it is part of the circle; else where it closes. The steps are named from
        /// there on, so that each article that comes upon the circle says the same.
        /// </summary>
        private void ReportCircle(SourceText source, TextRange range, string file)
        {
            var way = steps.Reverse().ToArray();
            if (file != way[0].Source.File)
            {
                var circle = way.SkipWhile(step => step.Source.File != file).Select(step => step.Source.File);
                diagnostics.Add(InclusionErrors.Circular(source.File, range, [source.File, .. circle]));
                return;
            }

            var first = way.Length > 1 ? way[1].Range : range;
            diagnostics.Add(InclusionErrors.Circular(file, first, [.. way.Select(step => step.Source.File), file]));
        }

        /// <summary>What continues the containers that <paramref name="before"/> opens: quotes with their sign, lists with spaces.</summary>
        private static string Continue(ReadOnlySpan<char> before)
        {
            var continued = new StringBuilder(before.Length);
            foreach (var character in before)
                continued.Append(character is '>' or '\t' ? character : ' ');
            return continued.ToString();
        }

        private void Append(SourceText source, int start, int length, string indent)
        {
            if (length <= 0)
                return;
            if (indent.Length == 0)
            {
                parts.Add(new TextPart(text.Length, source, start, length));
                text.Append(source.Text, start, length);
                return;
            }

            var end = start + length;
            while (start < end)
            {
                var line = source.Text.AsSpan(start, end - start).IndexOf('\n') is var found and >= 0 ? found + 1 : end - start;
                parts.Add(new TextPart(text.Length, source, start, line));
                text.Append(source.Text, start, line);
                start += line;
                if (source.Text[start - 1] == '\n')
                    AppendMade(source, start, indent);
            }
        }

        private void AppendMade(SourceText source, int place, string made)
        {
            if (made.Length == 0)
                return;
            parts.Add(new TextPart(text.Length, source, Math.Min(place, source.Text.Length), 0));
            text.Append(made);
        }
    }

    /// <summary>A file on the way to what is taken in, and where the one before takes it in.</summary>
    private readonly record struct Step(SourceText Source, TextRange Range);

    /// <summary>What is taken in.</summary>
    private sealed record Target(SourceText Source, int BodyStart, string Body, TextSpan Kept, List<Inclusion> Inclusions);
}
