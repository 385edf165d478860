using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads the globs that say which files are a collection's.</summary>
internal static class GlobReader
{
    /// <summary>The globs; those that are wrong are reported and left out.</summary>
    public static GlobSet Read(ConfigurationInput input, MetadataNode node)
    {
        var patterns = ImmutableArray.CreateBuilder<string>();
        var texts = input.Texts(node, "'files'", allowSingle: true);
        foreach (var text in texts)
        {
            if (Problem(text.Text.StartsWith('!') ? text.Text[1..] : text.Text) is { } problem)
                input.Report(text.Span, problem);
            else
                patterns.Add(text.Text);
        }

        if (texts.TrueForAll(text => text.Text.StartsWith('!')) && node is MetadataSequence or MetadataScalar { Kind: MetadataKind.String })
            input.Report(node.Span, "'files' includes nothing: add a glob that does not start with '!', such as \"posts/**/*.md\".");
        return new GlobSet(patterns.ToImmutable());
    }

    /// <summary>What is wrong with braces that were meant as those of a template: as a choice of one, they match everything but braces. Null where there are none.</summary>
    public static string? TemplateProblem(string glob)
    {
        for (var open = glob.IndexOf('{', StringComparison.Ordinal); open >= 0 && open + 1 < glob.Length; open = glob.IndexOf('{', open + 1))
        {
            if (glob[open + 1] is not ('{' or '%') || glob.IndexOf('}', open) is not (> 0 and var found) || glob.AsSpan(open, found - open).Contains(','))
                continue;
            var close = found;
            while (close + 1 < glob.Length && glob[close + 1] == '}')
                close++;
            var fixedGlob = glob.Replace("{{", "[{][{]", StringComparison.Ordinal).Replace("{%", "[{]%", StringComparison.Ordinal);
            return $"Braces are a choice in a glob, so that {Quoted.Text(glob[open..(close + 1)])} matches the text between them. Write '[{{]' for a brace.{Suggestion.Hint(fixedGlob)}";
        }

        return null;
    }

    private static string? Problem(string glob)
    {
        if (glob.Length == 0)
            return "An empty glob matches nothing. Write one such as 'posts/**/*.md'.";
        if (glob.Contains('\\', StringComparison.Ordinal))
            return $"Globs are written with '/' on every system.{Suggestion.Hint(glob.Replace('\\', '/'))}";
        if (glob[0] == '/' || (glob.Length > 1 && glob[1] == ':' && char.IsAsciiLetter(glob[0])))
            return $"Globs are relative to the content root, but {Quoted.Text(glob)} starts outside of it.{Suggestion.Hint(glob.TrimStart('/') is { Length: > 0 } inside && glob[0] == '/' ? inside : null)}";
        if (TemplateProblem(glob) is { } template)
            return template;
        foreach (var segment in glob.AsSpan().SplitAny("/{},"))
        {
            if (glob.AsSpan()[segment] is "..")
                return $"{Quoted.Text(glob)} leaves the content root. Move the files below it, or set 'root' to a folder that holds them all.";
        }

        return null;
    }
}
