using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads the rules of the house: over elements by selectors, over fields by conditions that are held against the collections.</summary>
internal sealed class RuleReader(ConfigurationInput input, ImmutableArray<CollectionDefinition> collections)
{
    private readonly ImmutableArray<ElementRule>.Builder elements = ImmutableArray.CreateBuilder<ElementRule>();
    private readonly ImmutableArray<FieldRule>.Builder fields = ImmutableArray.CreateBuilder<FieldRule>();

    /// <summary>Reads <c>rules</c> and <c>style</c>.</summary>
    public static ContentRules Read(ConfigurationInput input, MetadataNode? rules, MetadataNode? style, ImmutableArray<CollectionDefinition> collections)
    {
        var reader = new RuleReader(input, collections);
        if (rules is MetadataSequence list)
        {
            foreach (var item in list.Items)
                reader.Read(item);
        }
        else if (rules is not null)
        {
            input.ReportShape(rules, "'rules'", "a list of rules");
        }

        return new ContentRules
        {
            Elements = reader.elements.ToImmutable(),
            Fields = reader.fields.ToImmutable(),
            HasRecommendedStyle = style is not null && input.Choice(style, "'style'", ("none", false), ("recommended", true)),
        };
    }

    private void Read(MetadataNode node)
    {
        if (input.Mapping(node, "A rule") is not { } rule)
            return;
        input.CheckKeys(rule, "A rule", ConfigurationKeys.Rule);
        var severity = rule.Find("severity")?.Value is { } written
            ? input.Choice(
                written, "'severity'", ("error", DiagnosticSeverity.Error), ("warning", DiagnosticSeverity.Warning), ("info", DiagnosticSeverity.Info), ("none", DiagnosticSeverity.None))
            : DiagnosticSeverity.Error;
        var message = rule.Find("message")?.Value is { } said ? input.Text(said, "'message'")?.Text : null;
        if (rule.Find("message") is null && !ConfigurationInput.IsMisspelled(rule, "message", ConfigurationKeys.Rule))
            input.Report(new TextSpan(rule.Span.Start, 1), "A rule has to say what is wrong: write a \"message\".");
        var of = rule.Find("collections")?.Value is { } named ? Collections(named) : [];
        var (select, where) = (rule.Find("select"), rule.Find("where"));
        if (select is not null && where is not null)
            input.Report(where.KeySpan, "A rule has 'select', for elements, or 'where', for fields. Make two of it.");
        else if (select is not null && SelectorReader.Read(input, select.Value, "'select'") is { } selector && severity != DiagnosticSeverity.None)
            elements.Add(new ElementRule(selector, of, message ?? "", severity));
        else if (where is not null && input.Text(where.Value, "'where'") is { } condition)
            ReadCondition(condition, of, message ?? "", severity);
        else if (select is null && where is null && !ConfigurationInput.IsMisspelled(rule, "select", ConfigurationKeys.Rule) && !ConfigurationInput.IsMisspelled(rule, "where", ConfigurationKeys.Rule))
            input.Report(new TextSpan(rule.Span.Start, 1), "A rule has to say what it looks for: write \"select\" for elements, or \"where\" for fields.");
    }

    private ImmutableArray<int> Collections(MetadataNode node)
    {
        var indexes = ImmutableArray.CreateBuilder<int>();
        foreach (var name in input.Texts(node, "'collections'", allowSingle: true))
        {
            var index = collections.Select(collection => collection.Name).ToList().IndexOf(name.Text);
            if (index >= 0)
                indexes.Add(index);
            else
                input.Report(name.Span, $"There is no collection {Quoted.Text(name.Text)}.{Suggestion.Hint(name.Text, collections.Select(collection => collection.Name))}");
        }

        return indexes.ToImmutable();
    }

    private void ReadCondition(MetadataScalar text, ImmutableArray<int> of, string message, DiagnosticSeverity severity)
    {
        if (RuleParser.Parse(text.Text, out var problem) is not { } syntax)
        {
            input.Report(
                JsonStringPosition.SpanOf(input.Source, text, problem.Span.Start, problem.Span.Length),
                $"The condition is not understood: {problem.Message}. Write one such as \"publishDate >= expiryDate\" or \"not exists(summary)\".");
            return;
        }

        var names = new List<NameSyntax>();
        FindNames(syntax, names);
        var candidates = Enumerable.Range(0, collections.Length).Where(index => of.IsEmpty || of.Contains(index)).ToList();
        foreach (var name in names)
        {
            if (candidates.Exists(index => Knows(index, name)))
                continue;
            var known = candidates.SelectMany(index => RuleBinder.Names(collections[index])).Distinct(StringComparer.Ordinal).ToList();
            input.Report(
                JsonStringPosition.SpanOf(input.Source, text, name.Span.Start, name.Span.Length),
                $"{(candidates.Count == 1 ? $"Collection {Quoted.Text(collections[candidates[0]].Name)}" : "No collection")} has {(candidates.Count == 1 ? "no" : "a")} field {Quoted.Text(name.Name)}.{Suggestion.Hint(name.Name, known)}");
            return;
        }

        var fitting = candidates.Where(index => names.TrueForAll(name => Knows(index, name))).ToList();
        if (fitting.Count == 0 && candidates.Count > 0)
        {
            input.Report(text.Span, "No collection has all of these fields, so that the rule is for none. Make a rule for each.");
            return;
        }

        var conditions = ImmutableDictionary.CreateBuilder<int, RuleCondition>();
        foreach (var index in fitting)
        {
            if (new RuleBinder(input, text, collections[index]).Bind(syntax) is { } condition)
                conditions.Add(index, condition);
        }

        if (severity != DiagnosticSeverity.None)
            fields.Add(new FieldRule(conditions.ToImmutable(), message, severity));
    }

    private bool Knows(int collection, NameSyntax name) =>
        RuleBinder.Find(collections[collection], name.Name) is not null || RuleBinder.IsToday(collections[collection], name.Name);

    private static void FindNames(RuleSyntax syntax, List<NameSyntax> names)
    {
        switch (syntax)
        {
            case NameSyntax name:
                names.Add(name);
                break;
            case BinarySyntax binary:
                FindNames(binary.Left, names);
                FindNames(binary.Right, names);
                break;
            case NotSyntax negation:
                FindNames(negation.Condition, names);
                break;
            case ExistsSyntax exists:
                names.Add(exists.Field);
                break;
        }
    }
}
