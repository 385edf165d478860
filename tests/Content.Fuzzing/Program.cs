using System.Diagnostics;
using System.Globalization;
using Content.Fuzzing;
using Content.Fuzzing.Hostile;
using SharpFuzz;

// run TARGET|all [SECONDS] [SEED]   mutate the repository's own files, no instrumentation needed
// try TARGET FILE                   feed one file, such as one that a run kept
// grow [PART]                       how long hostile texts take, and how that grows with their size; all of them, or those with PART in their names
// afl TARGET                        guided by coverage, below afl-fuzz (Debian: afl++), on a copy of the output whose compiler is instrumented:
//   dotnet tool install SharpFuzz.CommandLine --tool-path tool && tool/sharpfuzz out/Content.Compiler.dll
//   AFL_SKIP_BIN_CHECK=1 afl-fuzz -i seeds -o found -t 10000 -m none -- dotnet out/Content.Fuzzing.dll afl markdown
// libfuzzer TARGET                  the same below libfuzzer-dotnet
if (args is ["run", var name, .. var rest] && Find(name) is { Count: > 0 } targets)
    return targets.ConvertAll(target => Run(target, Number(rest, 0, 10), Number(rest, 1, 1))).TrueForAll(passed => passed) ? 0 : 1;
if (args is ["try", var tried, var file] && Find(tried) is [var one])
    return Report(one, new Campaign(one, new Mutation(0, [[]], one.Tokens), TimeSpan.FromSeconds(2)).Try(File.ReadAllBytes(file))) ? 0 : 1;
if (args is ["grow", .. var part])
    return Growth.Measure(part.FirstOrDefault(""), TimeSpan.FromSeconds(3)) == 0 ? 0 : 1;

// Reason: what is instrumented must not run before the fuzzer does, and the targets read a configuration when they are made.
if (args is ["afl", var afl])
{
    var outOfProcess = new Lazy<FuzzTarget>(() => Find(afl).Single());
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        outOfProcess.Value.Run(bytes.ToArray());
    });
    return 0;
}

if (args is ["libfuzzer", var libFuzzer])
{
    var inProcess = new Lazy<FuzzTarget>(() => Find(libFuzzer).Single());
    Fuzzer.LibFuzzer.Run(bytes => inProcess.Value.Run(bytes.ToArray()));
    return 0;
}

Console.Error.WriteLine("run TARGET|all [SECONDS] [SEED] | try TARGET FILE | grow [PART] | afl TARGET | libfuzzer TARGET");
Console.Error.WriteLine("targets: " + string.Join(' ', FuzzTargets.All.Select(target => target.Name)));
return 2;

static List<FuzzTarget> Find(string name) => [.. FuzzTargets.All.Where(target => name == "all" || target.Name == name)];

static int Number(string[] rest, int index, int otherwise) =>
    index < rest.Length ? int.Parse(rest[index], CultureInfo.InvariantCulture) : otherwise;

static bool Run(FuzzTarget target, int seconds, int seed)
{
    var clock = Stopwatch.StartNew();
    var mutation = new Mutation(seed, SeedFiles.Of(target, Directory.GetCurrentDirectory()), target.Tokens);
    var campaign = new Campaign(target, mutation, TimeSpan.FromSeconds(2));
    var failure = campaign.Run(_ => clock.Elapsed.TotalSeconds < seconds);
    Console.WriteLine($"{target.Name}: {campaign.Count} inputs, seed {seed}");
    return Report(target, failure);
}

static bool Report(FuzzTarget target, FuzzFailure? failure)
{
    if (failure is null)
        return true;
    var kept = Path.Combine(Path.GetTempPath(), $"content-fuzz-{target.Name}.input");
    File.WriteAllBytes(kept, failure.Input);
    Console.WriteLine($"{target.Name} fails on {kept}:{Environment.NewLine}{failure.Reason}");
    return false;
}
