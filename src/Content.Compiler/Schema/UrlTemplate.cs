using System.Collections.Immutable;

namespace Content.Compiler.Schema;

/// <summary>A URL template such as <c>/blog/{date:yyyy}/{slug}/</c>, parsed and checked.</summary>
/// <param name="Text">As written.</param>
/// <param name="Parts">In order.</param>
public sealed record UrlTemplate(string Text, ImmutableArray<UrlTemplatePart> Parts);

/// <summary>A piece of a template.</summary>
public abstract record UrlTemplatePart;

/// <summary>Text that stands as it is.</summary>
public sealed record UrlLiteral(string Text) : UrlTemplatePart;

/// <summary><c>{slug}</c>: the whole slug, slashes kept.</summary>
public sealed record UrlSlug : UrlTemplatePart;

/// <summary><c>{name}</c>: the slug's last segment.</summary>
public sealed record UrlName : UrlTemplatePart;

/// <summary><c>{field}</c> or <c>{field:format}</c>: a scalar field, made URL-safe segment by segment (a slash in the value stays).</summary>
public sealed record UrlField(int FieldIndex, string? Format) : UrlTemplatePart;
