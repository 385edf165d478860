using Content.Compiler.Sources.Images;

namespace Content.Fuzzing.Targets;

/// <summary>Image headers: a size, or one line that says why there is none.</summary>
internal static class ImageTarget
{
    public static void Run(byte[] bytes)
    {
        var path = Path.Combine(Path.GetTempPath(), $"content-fuzz-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        File.WriteAllBytes(path, bytes);
        try
        {
            var reading = ImageReader.Read(path);
            FuzzFailureException.Unless(reading.Fault is null ? reading.Size is { Width: > 0, Height: > 0 } : !reading.Fault.Contains('\n', StringComparison.Ordinal), $"{reading}");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
