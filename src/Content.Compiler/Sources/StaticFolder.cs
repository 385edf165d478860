namespace Content.Compiler.Sources;

/// <summary>A folder whose files answer root-relative links.</summary>
/// <param name="Folder">Relative to the project folder, or absolute.</param>
/// <param name="At">Where the site serves it: empty for the root, or such as <c>img/</c>.</param>
public sealed record StaticFolder(string Folder, string At = "")
{
    /// <summary>One that is served at the root.</summary>
    public static implicit operator StaticFolder(string folder) => FromString(folder);

    /// <summary>One that is served at the root.</summary>
    public static StaticFolder FromString(string folder) => new(folder);
}
