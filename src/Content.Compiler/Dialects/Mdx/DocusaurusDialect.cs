namespace Content.Compiler.Dialects.Mdx;

/// <summary>Docusaurus.</summary>
internal sealed class DocusaurusDialect : Dialect
{
    public override string Name => "docusaurus";
}
