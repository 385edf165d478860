using Content.Benchmarks;
using Content.Site.Benchmarks;

switch (args)
{
    // What other processes of a measurement do.
    case ["serve", var kind, var blob]:
        await ServedSite.RunAsync(kind, blob);
        return 0;
    case ["export", var blob, var folder]:
        return await ExportedPages.RunAsync(blob, folder);
}

var chosen = args is [] ? ["serving", "export", "browser"] : args;
var work = Directory.CreateTempSubdirectory("content-site-benchmark-").FullName;
try
{
    var figures = new FigureTable();
    foreach (var section in chosen)
    {
        switch (section)
        {
            case "serving":
                await ServingFigures.RunAsync(work, figures);
                break;
            case "export":
                ExportFigures.Run(work, figures);
                break;
            case "browser":
                await BrowserFigures.RunAsync(work, figures);
                break;
            default:
                Console.Error.WriteLine($"'{section}' is none of: serving export browser");
                return 1;
        }
    }

    figures.Print();
    return 0;
}
finally
{
    Directory.Delete(work, recursive: true);
}
