using System.Globalization;
using Content.Benchmarks;

if (args is ["child", var work, var folder, var count])
{
    Measure.Child(work, folder, int.Parse(count, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["corpus", var target, var size])
{
    CorpusMaker.Write(target, int.Parse(size, CultureInfo.InvariantCulture));
    return 0;
}

var articles = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 10_000;
var threads = Environment.ProcessorCount;
var project = Directory.CreateTempSubdirectory("content-benchmark-").FullName;
try
{
    CorpusMaker.Write(project, articles);
    Thread.Sleep(TimeSpan.FromSeconds(3)); // Reason: files younger than two seconds are looked into again, by design.
    BuildLoop.Run(project, articles, threads);
}
finally
{
    Directory.Delete(project, recursive: true);
}

return 0;
