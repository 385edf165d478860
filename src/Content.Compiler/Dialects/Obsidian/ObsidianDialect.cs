namespace Content.Compiler.Dialects.Obsidian;

/// <summary>Obsidian.</summary>
internal sealed class ObsidianDialect : Dialect
{
    public override string Name => "obsidian";
}
