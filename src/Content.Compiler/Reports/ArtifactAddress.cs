namespace Content.Compiler.Reports;

/// <summary>A file as SARIF names it.</summary>
/// <param name="Uri">Relative to the base, percent-encoded; absolute where the file lies outside of it.</param>
/// <param name="IsRelative">Whether it counts from <see cref="BaseId"/>.</param>
internal readonly record struct ArtifactAddress(string Uri, bool IsRelative)
{
    /// <summary>The name that SARIF's consumers know the root of the sources by.</summary>
    public const string BaseId = "%SRCROOT%";

    /// <summary>The address of a file below <paramref name="root"/>, or elsewhere; both absolute.</summary>
    public static ArtifactAddress Of(string file, string root)
    {
        return RelativePath(file, root) is { } path
            ? new ArtifactAddress(string.Join('/', path.Split('/').Select(System.Uri.EscapeDataString)), IsRelative: true)
            : new ArtifactAddress(new System.Uri(file).AbsoluteUri, IsRelative: false);
    }

    /// <summary>With <c>/</c>; null where the file lies outside of the root.</summary>
    public static string? RelativePath(string file, string root)
    {
        var path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal) ? null : path;
    }
}
