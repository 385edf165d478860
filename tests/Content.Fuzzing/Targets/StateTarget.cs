using Content.Compiler;
using Content.Compiler.Diagnostics;

namespace Content.Fuzzing.Targets;

/// <summary>The state of a build, damaged: the next build gives what a build without it gives.</summary>
internal static class StateTarget
{
    private static readonly string[] stateFiles = ["content.state", "content.bodies"];

    public static void Run(byte[] bytes)
    {
        var folder = Directory.CreateTempSubdirectory("content-fuzz-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "content"));
            File.WriteAllText(Path.Combine(folder.FullName, "content", "a.md"), "---\ntitle: A\ndate: 2026-11-23\n---\n# One\n\n[b](#two)\n");
            File.WriteAllBytes(Path.Combine(folder.FullName, "content", "b.md"), bytes);
            var expected = Compile(folder.FullName);
            foreach (var name in stateFiles)
            {
                var state = Path.Combine(folder.FullName, "obj", name);
                if (!File.Exists(state))
                    continue;
                Damage(state, bytes);
                FuzzFailureException.Unless(Compile(folder.FullName) == expected, $"A damaged {name} changes the result.");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Overwrites some bytes and cuts off or adds some, by what the input holds.</summary>
    private static void Damage(string state, byte[] bytes)
    {
        var content = File.ReadAllBytes(state);
        for (var index = 0; index + 2 < bytes.Length && index < 24 && content.Length > 0; index += 3)
            content[(bytes[index] << 8 | bytes[index + 1]) % content.Length] ^= bytes[index + 2];
        if (bytes.Length > 3 && bytes[^1] % 2 == 0)
            content = bytes[^2] % 2 == 0 ? content[..(content.Length * bytes[^3] / 256)] : [.. content, .. bytes];
        File.WriteAllBytes(state, content);
    }

    private static string Compile(string folder)
    {
        var output = Path.Combine(folder, "obj");
        var result = ContentCompiler.Compile(
            new CompilationRequest
            {
                ProjectDirectory = folder,
                ConfigurationFile = Path.Combine(folder, "content.json"),
                OutputDirectory = output,
                BuildDate = new DateOnly(2026, 11, 23),
            },
            CancellationToken.None);
        FuzzFailureException.Unless(!result.Diagnostics.Any(diagnostic => diagnostic.Code == InternalErrors.Defect(new FuzzFailureException("")).Code), string.Join("\n", result.Diagnostics));
        return string.Join("\n", result.Diagnostics.Select(diagnostic => diagnostic.ToString())) + result.Succeeded;
    }
}
