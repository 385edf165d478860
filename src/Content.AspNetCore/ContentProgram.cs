using Content.AspNetCore.Export;
using Content.AspNetCore.Sites;
using Microsoft.AspNetCore.Builder;

namespace Content.AspNetCore;

/// <summary>Runs a program, or writes it down.</summary>
public static class ContentProgram
{
    /// <summary>
    /// Runs the program; or, with <c>--export dist</c>, asks it for every page and writes what it answers into a folder, for any host of static files:
    /// <c>dotnet run -c Release -- --export dist [--base /docs]</c>. The export fails, and the program ends with 1, where a page does not answer 200
    /// or a link in a page leads nowhere; all else is written.
    /// </summary>
    /// <param name="app">The program, with everything mapped.</param>
    /// <param name="args">The arguments of the command line.</param>
    /// <param name="configure">Says what is exported beside what endpoints and links name.</param>
    /// <returns>What the program ends with, which is also set as its exit code.</returns>
    public static async Task<int> RunOrExportAsync(this WebApplication app, string[] args, Action<ContentExport>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(args);
        var (arguments, error) = ExportArguments.Parse(args);
        if (error is not null)
        {
            await Console.Error.WriteLineAsync("error: " + error);
            return Environment.ExitCode = 1;
        }

        if (arguments is null)
        {
            await app.RunAsync();
            return Environment.ExitCode;
        }

        var options = new ContentExport();
        configure?.Invoke(options);
        return Environment.ExitCode = await SiteExport.RunAsync(app, ContentSite.Of(app.Services), arguments, options, Console.Out, Console.Error);
    }
}
