using System.Text;
using Content.Compiler.Sources.Images;

namespace Content.Compiler.Tests.Sources;

/// <summary>The size of images of every format, and what is said of those that are none; the files are made here byte by byte.</summary>
public sealed class ImageSizeTests : IDisposable
{
    private const string Png = "89 'PNG' 0D 0A 1A 0A ";
    private const string WebP = "'RIFF' 00000000 'WEBP' ";
    private const string Frame = "FF C0 0011 08 0014 000A 03 0122 ";
    private const string CutPng = "is a PNG that is cut off before its size.";
    private const string CutJpeg = "is a JPEG that is cut off before its size.";
    private const string CutGif = "is a GIF that is cut off before its size.";
    private const string CutWebP = "is a WebP that is cut off before its size.";
    private const string UnknownWebP = "is a WebP of a kind that we do not know.";
    private const string NoSize = "says that it has no width or no height.";
    private const string NoImage = "is not an image: it is neither PNG, JPEG, GIF, WebP nor SVG.";

    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData(Png + "0000000D 'IHDR' 0000000A 00000014 08 06 00 00 00 00000000", "10 x 20")]
    [InlineData(Png + "0000000D 'IHDR' 0000000A 00000014", "10 x 20")]
    [InlineData(Png + "0000000D 'IHDR' 0000000A 000000", CutPng)]
    [InlineData(Png + "0000000D 'IDAT' 0000000A 00000014", CutPng)]
    [InlineData(Png, CutPng)]
    [InlineData(Png + "00000004 'CgBI' 50002002 00000000 0000000D 'IHDR' 0000000A 00000014 08 06 00 00 00 00000000", "10 x 20")]
    [InlineData(Png + "00000004 'CgBI' 50002002 00000000 0000000D 'IHDR' 0000000A 000000", CutPng)]
    [InlineData(Png + "0000000D 'IHDR' 00000000 00000014", NoSize)]
    [InlineData(Png + "0000000D 'IHDR' 00000001 00000000", NoSize)]
    [InlineData(Png + "0000000D 'IHDR' 00000001 00000001", "1 x 1")]
    [InlineData(Png + "0000000D 'IHDR' FFFFFFFF 00000001", NoSize)]
    [InlineData("89 'PNH' 0D 0A 1A 0A 0000000D 'IHDR' 0000000A 00000014", NoImage)]
    public void A_png_says_it_in_its_first_chunk(string bytes, string expected) => Assert.Equal(expected, Read(bytes));

    [Theory]
    [InlineData("'GIF89a' 0A00 1400", "10 x 20")]
    [InlineData("'GIF87a' 0A01 1400 00", "266 x 20")]
    [InlineData("'GIF87a' 0A01 14", CutGif)]
    [InlineData("'GIF88a' 0A01 1400", NoImage)]
    public void A_gif_says_it_behind_its_signature(string bytes, string expected) => Assert.Equal(expected, Read(bytes));

    [Theory]
    [InlineData(WebP + "'VP8X' 0000000A 00000000 0F0102 130201 0000", "131344 x 66068")]
    [InlineData(WebP + "'VP8X' 0000000A 00000000 000000 0000", CutWebP)]
    [InlineData(WebP + "'VP8L' 0000000A 2F 09C00400 0000000000", "10 x 20")]
    [InlineData(WebP + "'VP8L' 0000000A 2E 09C00400 0000000000", UnknownWebP)]
    [InlineData(WebP + "'VP8L' 0000000A 2F FFFFFFFF 0000000000", "16384 x 16384")]
    [InlineData(WebP + "'VP8 ' 0000000A 000000 9D012A 0A40 1480", "10 x 20")]
    [InlineData(WebP + "'VP8 ' 0000000A 000000 9D012A FF3F FF3F", "16383 x 16383")]
    [InlineData(WebP + "'VP8 ' 0000000A 000000 9D012B 0A00 1400", UnknownWebP)]
    [InlineData(WebP + "'VP8 ' 0000000A 000000 9D012A 0000 1400", NoSize)]
    [InlineData(WebP + "'VP9 ' 0000000A 000000 9D012A 0A00 1400", UnknownWebP)]
    [InlineData("'RIFF' 00000000 'WEB'", NoImage)]
    [InlineData("'RIFF' 00000000 'WAVE' 'VP8X' 0000000A 00000000 0F0102 130201 0000", NoImage)]
    [InlineData("'RIFX' 00000000 'WEBP' 'VP8X' 0000000A 00000000 0F0102 130201 0000", NoImage)]
    [InlineData(WebP, CutWebP)]
    public void A_webp_says_it_by_its_kind(string bytes, string expected) => Assert.Equal(expected, Read(bytes));

    [Theory]
    [InlineData("FFD8 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFE0 0004 0000 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFFFFF E0 0004 0000 FFFF" + Frame, "10 x 20")]
    [InlineData("FFD8 FF01 FFD0 FFD7 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFD8 0002 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFC4 0004 0000 FFC8 0002 FFCC 0002 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFC2 0011 08 0014 000A 03 0122", "10 x 20")]
    [InlineData("FFD8 FFCF 0011 08 0014 000A 03 0122", "10 x 20")]
    [InlineData("FFD8 FFBF 0002 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFC0 0011 08 0014 000A", CutJpeg)]
    [InlineData("FFD8 FFC0 0011 08 0000 000A 03 0122", NoSize)]
    [InlineData("FFD8 FFD9 0004 0000 " + Frame, CutJpeg)]
    [InlineData("FFD8 FFDA 0004 0000 " + Frame, CutJpeg)]
    [InlineData("FFD8 FFE0 0001 00 " + Frame, CutJpeg)]
    [InlineData("FFD8 FFE0 0002 " + Frame, "10 x 20")]
    [InlineData("FFD8 FFE0 0004 0000 00 " + Frame, CutJpeg)]
    [InlineData("FFD8 FF", CutJpeg)]
    [InlineData("FFD8", NoImage)]
    [InlineData("FFD9 FFC0 0011 08 0014 000A 03 0122", NoImage)]
    [InlineData("FFD8 00C0 0011 08 0014 000A 03 0122", NoImage)]
    public void A_jpeg_says_it_in_its_frame(string bytes, string expected) => Assert.Equal(expected, Read(bytes));

    [Fact]
    public void A_jpeg_with_hundreds_of_pieces_is_read_and_one_without_end_is_not()
    {
        Assert.Equal("10 x 20", Read("FFD8 " + string.Concat(Enumerable.Repeat("FFE2 0002 ", 511)) + Frame));
        Assert.Equal(CutJpeg, Read("FFD8 " + string.Concat(Enumerable.Repeat("FFE2 0002 ", 512)) + Frame));
    }

    // What a camera says of the side on which a picture lies, in both orders of bytes; 10 wide and 20 high as it is stored.
    [Theory]
    [InlineData("'MM' 002A 00000008 0001 0112 0003 00000001 0006 0000", true)]
    [InlineData("'II' 2A00 08000000 0100 1201 0300 01000000 0600 0000", true)]
    [InlineData("'II' 2A00 08000000 0100 1201 0300 01000000 0500 0000", true)]
    [InlineData("'II' 2A00 08000000 0100 1201 0300 01000000 0800 0000", true)]
    [InlineData("'II' 2A00 08000000 0100 1201 0300 01000000 0400 0000", false)]
    [InlineData("'II' 2A00 08000000 0100 1201 0300 01000000 0900 0000", false)]
    [InlineData("'II' 2A00 08000000 0200 0F01 0200 01000000 0600 0000 1201 0300 01000000 0600 0000", true)]
    [InlineData("'II' 2A00 08000000 0200 0F01 0200 01000000 0600 0000 1301 0300 01000000 0600 0000", false)]
    [InlineData("'II' 2A00 08000000 0100 0F01 0200 01000000 0600 0000 1201 0300 01000000 0600 0000", false)]
    [InlineData("'II' 2A00 0C000000 FFFFFFFF 0100 1201 0300 01000000 0600 0000", true)]
    [InlineData("'II' 2A00 FFFFFF00 0100 1201 0300 01000000 0600 0000", false)]
    [InlineData("'II' 2A00 08000000 0000", false)]
    [InlineData("'II' 2A00 08000000", false)]
    [InlineData("'II' 2A00 08000000 0100 1201 0300 01000000 0600 00", false)]
    [InlineData("'II' 2A00 0800", false)]
    [InlineData("'XX' 2A00 08000000 0100 1201 0300 01000000 0600 0000", false)]
    public void A_picture_that_lies_on_its_side_is_as_wide_as_it_was_high(string tiff, bool isTurned)
    {
        var expected = isTurned ? "20 x 10" : "10 x 20";
        var exif = Bytes("'Exif' 0000 " + tiff);
        Assert.Equal(expected, Read($"FFD8 FFE1 {exif.Length + 2:X4} {Convert.ToHexString(exif)} {Frame}"));
        var chunk = $"{Bytes(tiff).Length:X8} 'eXIf' {tiff} 00000000";
        Assert.Equal(expected, Read($"{Png}0000000D 'IHDR' 0000000A 00000014 08 06 00 00 00 00000000 00000003 'tEXt' 414243 00000000 {chunk}"));
        Assert.Equal("10 x 20", Read($"{Png}0000000D 'IHDR' 0000000A 00000014 08 06 00 00 00 00000000 00000000 'IDAT' 00000000 {chunk}"));
        Assert.Equal("10 x 20", Read($"{Png}0000000D 'IHDR' 0000000A 00000014 08 06 00 00 00 00000000 00000000 'IEND' 00000000 {chunk}"));
    }

    [Fact]
    public void Only_what_is_marked_as_a_cameras_data_turns_a_jpeg()
    {
        const string Turned = "0000 'MM' 002A 00000008 0001 0112 0003 00000001 0006 0000 ";
        Assert.Equal("20 x 10", Read("FFD8 FFE1 001E 'Exif' " + Turned + Frame));
        Assert.Equal("10 x 20", Read("FFD8 FFE2 001E 'Exif' " + Turned + Frame));
        Assert.Equal("10 x 20", Read("FFD8 FFE1 001E 'Exim' " + Turned + Frame));
    }

    [Theory]
    [InlineData("", "is empty.")]
    [InlineData("'version https://git-lfs.github.com/spec/v1'", "is a Git LFS pointer and not the image itself. Get the files with 'git lfs pull'.")]
    [InlineData("'<svg width=\"3\" height=\"4\"/>'", "3 x 4")]
    [InlineData("'text'", NoImage)]
    public void What_is_none_of_these_is_told(string bytes, string expected) => Assert.Equal(expected, Read(bytes));

    private string Read(string bytes)
    {
        File.WriteAllBytes(path, Bytes(bytes));
        var read = ImageReader.Read(path);
        return read.Fault ?? $"{read.Size.Width} x {read.Size.Height}";
    }

    /// <summary>Hexadecimal digits, and texts in quotes.</summary>
    private static byte[] Bytes(string written)
    {
        var bytes = new List<byte>();
        var parts = written.Split('\'');
        for (var index = 0; index < parts.Length; index++)
            bytes.AddRange(index % 2 == 1 ? Encoding.ASCII.GetBytes(parts[index]) : Convert.FromHexString(parts[index].Replace(" ", "", StringComparison.Ordinal)));
        return [.. bytes];
    }
}
