using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>A link and where it is written in the file.</summary>
internal readonly record struct FoundLink(string Destination, TextSpan Span, LinkRole Role, bool IsHtml = false);

/// <summary>Where a link's URL stands in the rendered text.</summary>
internal readonly record struct FoundSlot(int Start, int Length, int Link);
