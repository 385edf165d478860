namespace Content.AspNetCore;

/// <summary>What an export takes along beside what endpoints and links name.</summary>
public sealed class ContentExport
{
    internal List<string> Added { get; } = [];

    internal List<string> Excluded { get; } = [];

    /// <summary>Adds an address that nothing links to.</summary>
    /// <param name="url">Such as <c>/tags/dotnet/</c>.</param>
    public ContentExport Add(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        Added.Add(url);
        return this;
    }

    /// <summary>Leaves out what begins with a path. Links to it are not checked: it is there by other means.</summary>
    /// <param name="path">Such as <c>/api/</c>.</param>
    public ContentExport Exclude(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Excluded.Add(path);
        return this;
    }
}
