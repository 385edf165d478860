namespace Content.Compiler.Sources.Images;

/// <summary>The size of an image in CSS pixels.</summary>
internal readonly record struct ImageSize(int Width, int Height);

/// <summary>What came of looking into an image.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Fault">Why it has none, a sentence without its subject; null where it has.</param>
internal readonly record struct ImageReading(ImageSize Size, string? Fault)
{
    public static ImageReading Of(int width, int height) =>
        width > 0 && height > 0 ? new(new ImageSize(width, height), null) : Failed("says that it has no width or no height.");

    public static ImageReading Failed(string fault) => new(default, fault);
}
