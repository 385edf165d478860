using System.Buffers;

namespace Content.AspNetCore.Export;

/// <summary>What the command line says of an export.</summary>
/// <param name="Folder">Where to write.</param>
/// <param name="Base">The path that the site will be at, without a slash at its end; null where it is not said.</param>
internal sealed record ExportArguments(string Folder, string? Base)
{
    private static readonly SearchValues<char> notInPath = SearchValues.Create("?#\\ \"'<>");

    /// <returns>What is asked for, or what is wrong with it; neither where nobody asks for an export.</returns>
    public static (ExportArguments? Arguments, string? Error) Parse(string[] args)
    {
        string? folder = null, basePath = null;
        for (var index = 0; index < args.Length; index++)
        {
            if (Value("--export", ref index) is { } target)
                folder = target;
            else if (Value("--base", ref index) is { } path)
                basePath = path;
        }

        if (folder is null)
            return default;
        if (folder.Length == 0 || folder.StartsWith("--", StringComparison.Ordinal))
            return (null, "--export needs a folder: dotnet run -- --export dist [--base /docs]");
        if (basePath is null)
            return (new ExportArguments(folder, null), null);
        var trimmed = basePath.TrimEnd('/');
        if (trimmed.Length > 0 && (trimmed[0] != '/' || trimmed.Contains("//", StringComparison.Ordinal) || trimmed.AsSpan().ContainsAny(notInPath)))
            return (null, $"--base must be a path such as /docs, but is '{basePath}'.");
        return (new ExportArguments(folder, trimmed), null);

        string? Value(string name, ref int at)
        {
            if (args[at] == name)
                return at + 1 < args.Length ? args[++at] : "";
            return args[at].StartsWith(name + "=", StringComparison.Ordinal) ? args[at][(name.Length + 1)..] : null;
        }
    }
}
