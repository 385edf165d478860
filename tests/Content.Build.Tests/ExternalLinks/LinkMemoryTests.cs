using System.Text;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>What is remembered, for how long, and in which form.</summary>
public sealed class LinkMemoryTests : IDisposable
{
    private static readonly DateOnly today = new(2026, 11, 23);

    private readonly TemporaryFolder folder = new();

    private string File => folder.Full("links/content.links.txt");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_is_sorted_text_and_read_again()
    {
        var memory = LinkMemory.Load(File, today);
        memory.Remember("https://b.example/#x", "");
        memory.Remember("https://a.example/old", "https://a.example/new");
        Assert.Null(memory.Save());
        Assert.Equal(
            ["https://a.example/old 2026-11-23 https://a.example/new", "https://b.example/#x 2026-11-23"],
            System.IO.File.ReadAllLines(File).Skip(1));

        var again = LinkMemory.Load(File, today);
        Assert.True(again.TryFind("https://a.example/old", out var movedTo));
        Assert.Equal("https://a.example/new", movedTo);
        Assert.True(again.TryFind("https://b.example/#x", out _));
        Assert.False(again.TryFind("https://b.example/", out _));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    [InlineData(-1, false)]
    public void It_is_believed_for_seven_days_and_not_from_the_future(int age, bool isKnown)
    {
        var memory = LinkMemory.Load(File, today.AddDays(-age));
        memory.Remember("https://a.example/", "");
        memory.Save();
        Assert.Equal(isKnown, LinkMemory.Load(File, today).TryFind("https://a.example/", out _));
    }

    [Theory]
    [InlineData("https://b.example/ 2026-11-2")]
    [InlineData("https://b.example/")]
    [InlineData("b 2026-11-23")]
    [InlineData("javascript:x 2026-11-23")]
    [InlineData("https://b.example/ 2026-11-23 x")]
    [InlineData("https://b.example/ 2026-11-23 https://c.example/ d")]
    [InlineData("<<<<<<< HEAD")]
    [InlineData("\0\0\0")]
    public void A_line_that_is_none_of_ours_makes_the_whole_worthless(string line)
    {
        Assert.True(WriteAndLoad(text => text).TryFind("https://a.example/", out _));
        Assert.False(WriteAndLoad(text => text + line + "\n").TryFind("https://a.example/", out _));
    }

    [Fact]
    public void A_file_that_is_cut_off_or_another_file_is_worthless()
    {
        Assert.False(WriteAndLoad(text => text[..^3]).TryFind("https://a.example/", out _));
        Assert.False(WriteAndLoad(text => text[5..]).TryFind("https://a.example/", out _));
        Assert.False(WriteAndLoad(_ => "").TryFind("https://a.example/", out _));
        System.IO.File.WriteAllBytes(File, [.. System.IO.File.ReadAllBytes(File), 0xFF, 0xFE, (byte)'\n']);
        Assert.False(LinkMemory.Load(File, today).TryFind("https://a.example/", out _));
    }

    [Fact]
    public void A_checkout_with_other_line_endings_is_as_good() =>
        Assert.True(WriteAndLoad(text => text.Replace("\n", "\r\n", StringComparison.Ordinal)).TryFind("https://a.example/", out _));

    [Fact]
    public void What_would_be_the_same_is_not_written_again_and_nothing_to_remember_makes_no_file()
    {
        LinkMemory.Load(File, today).Save();
        Assert.False(System.IO.File.Exists(File));
        WriteAndLoad(text => text);
        var old = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        System.IO.File.SetLastWriteTimeUtc(File, old);
        LinkMemory.Load(File, today).Save();
        Assert.Equal(old, System.IO.File.GetLastWriteTimeUtc(File));
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(File)!));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_an_error_with_a_code()
    {
        Directory.CreateDirectory(File);
        var memory = LinkMemory.Load(File, today);
        memory.Remember("https://a.example/", "");
        Assert.Equal("CONTENT9002", memory.Save()?.Code);
    }

    private LinkMemory WriteAndLoad(Func<string, string> change)
    {
        var memory = LinkMemory.Load(folder.Full("none"), today);
        Assert.False(memory.TryFind("https://a.example/", out _));
        var fresh = LinkMemory.Load(File, today);
        fresh.Remember("https://a.example/", "");
        fresh.Save();
        System.IO.File.WriteAllText(File, change(System.IO.File.ReadAllText(File)), new UTF8Encoding(false));
        return LinkMemory.Load(File, today);
    }
}
