using System.Text;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Sources;

public sealed class SourceReaderTests
{
    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text() =>
        Assert.Equal("a", SourceReader.Decode("a.md", [0xEF, 0xBB, 0xBF, (byte)'a']).Text!.Text);

    [Fact]
    public void A_byte_that_is_not_UTF8_is_reported_where_it_stands()
    {
        var reading = SourceReader.Decode("a.md", [.. "one\ntwó "u8, 0xE4, (byte)'x']);
        Assert.Null(reading.Text);
        Assert.Equal(("CONTENT1011", new TextRange(2, 5, 2, 6)), (reading.Failure!.Code, reading.Failure.Range));
        Assert.Contains("0xE4", reading.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF16_is_named() =>
        Assert.Contains("UTF-16", SourceReader.Decode("a.md", Encoding.Unicode.GetPreamble()).Failure!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_largest_file_is_read_and_one_byte_more_is_not(int more, bool isRead)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Full("a.md"), Enumerable.Repeat((byte)'a', SourceReader.MaxBytes + more).ToArray());
        var reading = SourceReader.Read(folder.Full("a.md"), "a.md");
        Assert.Equal(isRead, reading.Text?.Text.Length == SourceReader.MaxBytes);
        Assert.Equal(isRead, reading.Failure is null);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_diagnostic() =>
        Assert.Equal("CONTENT1011", SourceReader.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()), "a.md").Failure!.Code);
}
