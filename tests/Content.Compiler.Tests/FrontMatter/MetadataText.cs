using System.Text;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Tests.FrontMatter;

/// <summary>Metadata as one line of text, so that a test says at a glance what was read.</summary>
internal static class MetadataText
{
    public static string Of(MetadataNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>Every node, outermost first.</summary>
    public static IEnumerable<MetadataNode> All(MetadataNode? root)
    {
        var open = new Stack<MetadataNode>();
        if (root is not null)
            open.Push(root);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (node is MetadataMapping mapping)
            {
                foreach (var property in mapping.Properties)
                    open.Push(property.Value);
            }
            else if (node is MetadataSequence sequence)
            {
                foreach (var item in sequence.Items)
                    open.Push(item);
            }
        }
    }

    private static void Append(StringBuilder text, MetadataNode? node)
    {
        switch (node)
        {
            case MetadataScalar { Kind: MetadataKind.String } scalar:
                text.Append('"').Append(scalar.Text).Append('"');
                break;
            case MetadataScalar scalar:
                text.Append(scalar.Kind).Append('(').Append(scalar.Text).Append(')');
                break;
            case MetadataSequence sequence:
                text.Append('[');
                foreach (var item in sequence.Items)
                {
                    Append(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            case MetadataMapping mapping:
                text.Append('{');
                foreach (var property in mapping.Properties)
                {
                    text.Append(property.Key).Append(": ");
                    Append(text, property.Value);
                    text.Append(' ');
                }

                text.Append('}');
                break;
            default:
                text.Append("nothing");
                break;
        }
    }
}
