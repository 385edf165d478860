using System.Runtime.CompilerServices;
using Content.Compiler.Text;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Labels of definitions are the same if they differ in case alone, as CommonMark says, or in how an accent is encoded. Markdig asks the collation of the machine's
/// library instead, to which <c>[a]</c> may be <c>[à]</c>, and may not where a build runs without it; and it makes a sort key for each look-up.
/// </summary>
internal static class LinkLabels
{
    /// <summary>The definitions of a document, all blocks of which are known: found by labels from now on, by the parser too.</summary>
    public static LinkReferenceDefinitionGroup DefinitionsOf(MarkdownDocument document)
    {
        var group = document.GetLinkReferenceDefinitions(addGroup: false);
        ref var links = ref LinksOf(group);
        if (links.Comparer == CaseFolding.Comparer)
            return group;
        var folded = new Dictionary<string, LinkReferenceDefinition>(links.Count, CaseFolding.Comparer);
        // Reason: in the group are also those that the collation took for one that was there before.
        foreach (var block in group)
        {
            if (block is LinkReferenceDefinition { Label: { } label } definition)
                folded.TryAdd(label, definition);
        }

        foreach (var (label, definition) in links)
            folded.TryAdd(label, definition);
        links = folded;
        return group;
    }

    // Reason: Markdig has no place for a comparer. Every article with a heading fails if a new version of it names the field otherwise.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Links>k__BackingField")]
    private static extern ref Dictionary<string, LinkReferenceDefinition> LinksOf(LinkReferenceDefinitionGroup group);
}
