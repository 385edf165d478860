using System.IO.Hashing;
using System.Text;
using Content.Compiler;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Workspaces;

namespace Content.Build;

/// <summary>Writes what a program needs to follow its articles; see <see cref="LiveProject"/>.</summary>
internal static class LiveProjectFile
{
    private const string Name = "content.live";

    /// <summary>Writes the file beside the other outputs where its bytes differ; what keeps it from that comes back.</summary>
    /// <param name="request">What was compiled.</param>
    /// <param name="hasFixedDate">Whether the project fixes the date.</param>
    /// <param name="host">The <c>dotnet</c> of this build.</param>
    /// <param name="helpDirectory">Where the pages of the codes are.</param>
    /// <param name="warnings">What the project wants done with warnings.</param>
    public static Diagnostic? Write(CompilationRequest request, bool hasFixedDate, string host, string helpDirectory, WarningProperties warnings)
    {
        var assembly = typeof(LiveProjectFile).Assembly;
        var server = Path.Combine(Path.GetDirectoryName(assembly.Location)!, "Content.Server.dll");
        // A server of another compiler is another server, and two projects, or two frameworks of one, have each their own.
        var channel = Encoding.UTF8.GetBytes($"{request.OutputDirectory}\n{typeof(LiveProject).Module.ModuleVersionId}\n{server}");
        var project = new LiveProject(host, server, $"content-{XxHash64.HashToUInt64(channel):x16}", request, hasFixedDate, helpDirectory) { Warnings = warnings };
        try
        {
            OutputFile.Write(request.OutputDirectory, Name, null, stream => stream.Write(project.ToJson()));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return InternalErrors.Unwritable(Path.Combine(request.OutputDirectory, Name), failure.Message);
        }
    }
}
