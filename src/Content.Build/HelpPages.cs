using System.Reflection;

namespace Content.Build;

/// <summary>The page of each code, which ships in the package and so opens offline.</summary>
/// <param name="folder">Where the pages are, absolute; empty where there are none.</param>
internal sealed class HelpPages(string folder)
{
    /// <summary>Where the example site is published, which has the same pages; set when the package is built, by <c>PackageProjectUrl</c>.</summary>
    private static readonly string? publicAddress = typeof(HelpPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(metadata => metadata.Key == "PackageProjectUrl")?.Value;

    private readonly Dictionary<string, string?> links = new(StringComparer.Ordinal);

    /// <summary>A <c>file:</c> address, or null where the code has no page.</summary>
    public string? LinkTo(string code)
    {
        if (!links.TryGetValue(code, out var link))
            links.Add(code, link = PathOf(code) is { } page ? new Uri(page).AbsoluteUri : null);
        return link;
    }

    /// <summary>Where the page is published, or null where the package has no public address.</summary>
    public static string? PublicAddressOf(string code) => publicAddress is null ? null : $"{publicAddress.TrimEnd('/')}/diagnostics/{code}/";

    /// <summary>The page's Markdown, or null where the code has no page.</summary>
    public string? Read(string code) => PathOf(code) is { } page ? File.ReadAllText(page) : null;

    private string? PathOf(string code)
    {
        if (folder.Length == 0)
            return null;
        var page = Path.Combine(folder, code + ".md");
        return File.Exists(page) ? page : null;
    }
}
