using System.Text.RegularExpressions;
using Content.Compiler.Text;
using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Writes code spans as Markdig does, and notes those that look like the name of an API.</summary>
internal sealed partial class ApiMentionRenderer(ArticleFacts facts) : CodeInlineRenderer
{
    private const int Longest = 300;

    protected override void Write(HtmlRenderer renderer, CodeInline obj)
    {
        base.Write(renderer, obj);
        var (text, bodyStart) = ((ArticleRenderer)renderer).Code.Place;
        if (obj.Content.Length > Longest || !NameExpression().IsMatch(obj.Content) || obj.Span.Start < 0 || obj.Span.End >= text.Length)
            return;
        var written = text.AsSpan(obj.Span.Start, obj.Span.Length);
        if (written.IndexOf(obj.Content, StringComparison.Ordinal) is var found and >= 0)
            facts.ApiMentions.Add(new ApiMention(obj.Content, facts.GetRange(new TextSpan(bodyStart + obj.Span.Start + found, obj.Content.Length))));
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*(<[^<>]*>)?)+(\([^()]*\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex NameExpression();
}
