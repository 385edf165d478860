namespace Content.Compiler.Dialects.Mdx;

/// <summary>Astro.</summary>
internal sealed class AstroDialect : Dialect
{
    public override string Name => "astro";
}
