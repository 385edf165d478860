namespace Content.Compiler.Dialects.Docfx;

/// <summary>Docfx.</summary>
internal sealed class DocfxDialect : Dialect
{
    public override string Name => "docfx";
}
