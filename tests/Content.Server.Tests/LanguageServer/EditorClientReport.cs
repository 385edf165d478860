using System.Globalization;
using System.Text.Json.Nodes;
using Content.Server.LanguageServer;

namespace Content.Server.Tests.LanguageServer;

/// <summary>A report of a workspace, as a build would print it.</summary>
internal static class EditorClientReport
{
    /// <summary>What it says of files below a folder, a line each.</summary>
    public static IEnumerable<string> Below(JsonNode report, string folder) =>
        report["items"]!.AsArray().SelectMany(item => Format(folder, (string)item!["uri"]!, item["items"]?.AsArray() ?? []));

    /// <summary>The diagnostics of one file.</summary>
    public static IEnumerable<string> Format(string folder, string uri, JsonArray diagnostics)
    {
        var path = DocumentUri.ToPath(uri)!;
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            yield break;
        var file = Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');
        foreach (var diagnostic in diagnostics)
        {
            var (start, end) = (diagnostic!["range"]!["start"]!, diagnostic["range"]!["end"]!);
            var severity = (int)diagnostic["severity"]! switch { 1 => "error", 2 => "warning", _ => "info" };
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{file}({(int)start["line"]! + 1},{(int)start["character"]! + 1},{(int)end["line"]! + 1},{(int)end["character"]! + 1}): {severity} {(string)diagnostic["code"]!}: {(string)diagnostic["message"]!}");
        }
    }
}
