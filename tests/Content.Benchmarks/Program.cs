using System.Globalization;
using Content.Benchmarks;

// What other processes of a measurement do.
if (args is ["child", var work, var folder, var count])
{
    Measure.Child(work, folder, int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

// A corpus to try things on.
if (args is ["corpus", var target, var size])
{
    CorpusMaker.Write(target, int.Parse(size, CultureInfo.InvariantCulture));
    return 0;
}

// The links of articles that are there: content folder and, if it has one, content.json.
if (args is ["links-of", var content, .. var rest])
{
    RealLinkCost.Run(content, rest is [var configuration, ..] ? configuration : null);
    return 0;
}

var chosen = args is [] ? ["cold", "edits", "live", "first", "large", "links", "dialects", "highlight", "catalog", "search", "editor", "samples"] : args;
using var workshop = new Workshop();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{Environment.ProcessorCount} processors, {Workshop.Threads} threads; least of several fresh processes; assemblies as they ship in {Path.GetFileName(Workshop.AssemblyFolder)}\n"));
var figures = new FigureTable();
foreach (var section in chosen)
{
    switch (section)
    {
        case "cold":
            ColdBuild.Run(workshop, figures);
            break;
        case "edits":
            EditedBuild.Run(workshop, figures);
            break;
        case "live":
            LiveSave.Run(workshop, figures);
            break;
        case "first":
            FirstBuild.Run(workshop, figures);
            break;
        case "large":
            LargeSite.Run(workshop, figures);
            break;
        case "links":
            LinkCost.Run(workshop, figures);
            break;
        case "dialects":
            DialectCost.Run(workshop, figures);
            break;
        case "highlight":
            HighlightFigures.Run(workshop, figures);
            break;
        case "catalog":
            CatalogFigures.Run(articles: 10_000);
            break;
        case "search":
            SearchFigures.Run(workshop, figures);
            break;
        case "editor":
            EditorFigures.Run(workshop, figures);
            break;
        case "samples":
            SampleFigures.Run(workshop, figures);
            break;
        default:
            Console.Error.WriteLine($"'{section}' is none of: cold edits live first large links dialects highlight catalog search editor samples");
            return 1;
    }
}

figures.Print();
return 0;
