using System.Globalization;
using System.Text;
using Content.Runtime;

namespace Content.Compiler.Tests.CaseRunner;

/// <summary>The tree of each collection as a program reads it out of the catalog, one line a node.</summary>
internal static class TreeText
{
    public static string Of(ContentCatalog catalog)
    {
        var text = new StringBuilder();
        foreach (var collection in catalog.Collections.Cast<IContentCollection>())
        {
            text.Append(CultureInfo.InvariantCulture, $"{collection.Name}\n");
            Append(text, collection.Tree, "  ");
            foreach (var entry in collection.Entries)
                text.Append(CultureInfo.InvariantCulture, $"  {entry.Slug}: {string.Join(" > ", entry.Breadcrumbs.Select(node => node.Title))}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, IContentNode<IContentEntry> node, string indent)
    {
        text.Append(CultureInfo.InvariantCulture, $"{indent}{node.Title} at {node.Url ?? "-"}{(node.Entry is { } entry ? $" ({entry.Slug})" : "")}{(node.IsExpanded ? ", expanded" : "")}\n");
        foreach (var below in node)
            Append(text, below, indent + "  ");
    }
}
