using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>Code that readers can run on the service's own site, <c>```csharp-interactive</c>: elsewhere it is code of its language.</summary>
internal static class InteractiveCode
{
    private const string Suffix = "-interactive";

    public static void Rewrite(TextRewriter rewriter)
    {
        var text = rewriter.Text;
        if (!text.AsSpan(rewriter.BodyStart).Contains(Suffix, StringComparison.Ordinal))
            return;
        foreach (var fence in new CodeRegions(text, rewriter.BodyStart).Fences)
        {
            var end = Math.Min(fence.End, CodeRegions.EndOfLine(text, fence.Start));
            var found = text.AsSpan(fence.Start, end - fence.Start).IndexOf(Suffix, StringComparison.Ordinal);
            var place = fence.Start + found;
            if (found > 0 && char.IsAsciiLetterOrDigit(text[place - 1]) && (place + Suffix.Length == end || text[place + Suffix.Length] is ' ' or '\t' or '\r' or '\n' or '{'))
                rewriter.Replace(new TextSpan(place, Suffix.Length));
        }
    }
}
