using System.Buffers;
using System.Runtime.InteropServices;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Takes plain text in one step up to where something can begin. Markdig by itself stops at every letter that an autolink may begin with,
/// which is every sixth of a text; what comes of it is the same.
/// </summary>
internal sealed class LiteralRuns : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (!pipeline.InlineParsers.Contains<RunParser>())
            pipeline.InlineParsers.Add(new RunParser());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Has no opening characters, so it is asked wherever no other parser takes what stands there.</summary>
    private sealed class RunParser : InlineParser
    {
        /// <summary>Most runs end sooner: with the line at the latest.</summary>
        private const int UsualReach = 256;

        private static readonly string[] schemes = ["http", "https", "ftp", "mailto", "tel"];
        private SearchValues<char>? stops;

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (processor.TrackTrivia || processor.LiteralInlineParser.PostMatch is not null)
                return false;
            var text = slice.Text;
            var rest = text.AsSpan(slice.Start, slice.Length);
            var length = LengthOf(rest, processor.Parsers);
            var next = slice.Start + length;
            if (length < rest.Length && rest[length] is '\n' or '\r')
            {
                while (length > 0 && rest[length - 1] == ' ')
                    length--;
            }

            var end = slice.Start + length - 1;
            if (processor.Inline is LiteralInline previous && ReferenceEquals(previous.Content.Text, text) && previous.Content.End + 1 == slice.Start)
            {
                previous.Content.End = end;
                previous.Span.End = processor.GetSourcePosition(end);
            }
            else if (length > 0)
            {
                processor.Inline = new LiteralInline
                {
                    Content = new StringSlice(text, slice.Start, end),
                    Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(end)),
                    Line = line,
                    Column = column,
                };
            }

            slice.Start = next;
            return true;
        }

        /// <summary>
        /// How long the text is that starts here and holds nothing that a parser can take; at least one character.
        /// What lies behind a "www." is looked at again from there on, so no more is looked at than what was found is far.
        /// </summary>
        private int LengthOf(ReadOnlySpan<char> text, InlineParserList parsers)
        {
            stops ??= StopsOf(parsers);
            for (var reach = UsualReach; ; reach *= 2)
            {
                var near = text[..Math.Min(reach, text.Length)];
                var found = near[1..].IndexOfAny(stops) + 1;
                var length = found > 0 ? found : near.Length;
                if (WwwIn(near[..length]) is var www and > 0)
                    return www;
                if (found > 0)
                    return near[found] == ':' && SchemeBefore(near[..found]) is var scheme and > 0 ? scheme : found;
                if (near.Length == text.Length)
                    return length;
            }
        }

        private static SearchValues<char> StopsOf(InlineParserList parsers)
        {
            var stops = new List<char> { ':' };
            foreach (var parser in parsers)
            {
                if (parser is not AutoLinkParser && parser.OpeningCharacters is { } opening)
                    stops.AddRange(opening);
            }

            return SearchValues.Create(CollectionsMarshal.AsSpan(stops));
        }

        private static int WwwIn(ReadOnlySpan<char> text) => text.Length <= 4 ? -1 : text[1..].IndexOf("www.", StringComparison.Ordinal) + 1;

        /// <summary>Where the scheme begins that stands at the end.</summary>
        private static int SchemeBefore(ReadOnlySpan<char> text)
        {
            foreach (var scheme in schemes)
            {
                if (text.EndsWith(scheme, StringComparison.Ordinal))
                    return text.Length - scheme.Length;
            }

            return -1;
        }
    }
}
