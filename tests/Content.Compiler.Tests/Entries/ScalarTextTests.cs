using System.Globalization;
using System.Text;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Entries;

/// <summary>The bounds of what single values may be: the last that is right beside the first that is wrong.</summary>
public sealed class ScalarTextTests
{
    [Theory]
    [InlineData("2026-11-23", "None")]
    [InlineData("2024-02-29", "None")]
    [InlineData("2026-02-29", "Impossible")]
    [InlineData("0001-01-01", "None")]
    [InlineData("0000-01-01", "Impossible")]
    [InlineData("2026-12-31", "None")]
    [InlineData("2026-13-01", "Impossible")]
    [InlineData("2026-00-01", "Impossible")]
    [InlineData("2026-01-00", "Impossible")]
    [InlineData("2026-04-31", "Impossible")]
    [InlineData("2026-1-01", "NotADate")]
    [InlineData("2026-11-23x", "NotADate")]
    [InlineData("2026-11-23T", "NotADate")]
    [InlineData("2026-11-23T00:00", "None")]
    [InlineData("2026-11-23 00:00:00.000Z", "None")]
    [InlineData("2026-11-23T00:00+00:00", "None")]
    [InlineData("2026-11-23T00:00+00:01", "HasTime")]
    [InlineData("2026-11-23T00:00:01", "HasTime")]
    [InlineData("2026-11-23T00:00:00.0000001", "HasTime")]
    [InlineData("2026-11-23T00:00.", "NotADate")]
    public void A_date_is_one_day_and_no_more(string text, string fault) => Assert.Equal(fault, DateText.ReadDate(text, out _).ToString());

    [Theory]
    [InlineData("2026-11-23T23:59:59Z", "None")]
    [InlineData("2026-11-23T23:59:60Z", "Impossible")]
    [InlineData("2026-11-23T23:60:00Z", "Impossible")]
    [InlineData("2026-11-23T24:00:00Z", "Impossible")]
    [InlineData("2026-11-23t09:30z", "None")]
    [InlineData("2026-11-23T09:30 +0100", "None")]
    [InlineData("2026-11-23T09:30+01", "None")]
    [InlineData("2026-11-23T09:30+14:00", "None")]
    [InlineData("2026-11-23T09:30+14:01", "Impossible")]
    [InlineData("2026-11-23T09:30-14:00", "None")]
    [InlineData("2026-11-23T09:30-14:01", "Impossible")]
    [InlineData("2026-11-23T09:30+01:59", "None")]
    [InlineData("2026-11-23T09:30+01:60", "Impossible")]
    [InlineData("2026-11-23T09:30+1", "NotADate")]
    [InlineData("2026-11-23T09:30+01:0", "NotADate")]
    [InlineData("2026-11-23T09:30Zx", "NotADate")]
    [InlineData("2026-11-23T09:30 0100", "NotADate")]
    [InlineData("2026-11-23T09:30x01:00", "NotADate")]
    [InlineData("2026-11-23T09:30", "NoOffset")]
    [InlineData("2026-11-23", "NoTime")]
    [InlineData("0001-01-01T00:00:00Z", "None")]
    [InlineData("0001-01-01T00:00:00+00:01", "Impossible")]
    [InlineData("9999-12-31T23:59:59Z", "None")]
    [InlineData("9999-12-31T23:59:59-00:01", "Impossible")]
    public void A_date_and_time_has_an_offset_and_exists(string text, string fault) => Assert.Equal(fault, DateText.ReadDateTime(text, out _).ToString());

    [Theory]
    [InlineData("2026-11-23T09:30:15.25-01:30", "2026-11-23T09:30:15.2500000-01:30")]
    [InlineData("2026-11-23 09:30+14", "2026-11-23T09:30:00.0000000+14:00")]
    [InlineData("2026-11-23T09:30:00.12345678Z", "2026-11-23T09:30:00.1234567+00:00")]
    public void A_date_and_time_is_what_is_written(string text, string value)
    {
        Assert.Equal(DateFault.None, DateText.ReadDateTime(text, out var read));
        Assert.Equal(value, read.ToString("O", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026/1/5", "2026-01-05")]
    [InlineData(" 2026.01.05 ", "2026-01-05")]
    [InlineData("2026 12 31", "2026-12-31")]
    [InlineData("2026/13/5", null)]
    [InlineData("1/5/2026", null)]
    [InlineData("2026/1/5/6", null)]
    public void A_date_in_another_order_is_recognised_where_it_is_beyond_doubt(string text, string? meant) => Assert.Equal(meant, IsoDateTime.FindMeant(text));

    [Theory]
    [InlineData("2147483647", "2147483647")]
    [InlineData("-0x10", "-16")]
    [InlineData("+1_000", "1000")]
    [InlineData("0b101", "5")]
    [InlineData("0o17", "15")]
    [InlineData("0xfF", "255")]
    [InlineData("0b2", null)]
    [InlineData("0o8", null)]
    [InlineData("0xG", null)]
    [InlineData("0x", null)]
    [InlineData("_1", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData("1.0", null)]
    [InlineData("1a", null)]
    public void A_whole_number_reads_in_every_notation(string text, string? value) =>
        Assert.Equal(value, NumberText.TryReadInteger(text, out var read) ? read.ToString(CultureInfo.InvariantCulture) : null);

    [Fact]
    public void Numbers_end_at_four_hundred_digits()
    {
        Assert.True(NumberText.TryReadInteger(new string('1', 400), out _));
        Assert.False(NumberText.TryReadInteger(new string('1', 401), out _));
    }

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336", null)]
    [InlineData("1e28", "10000000000000000000000000000")]
    [InlineData("1e29", null)]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("1e-29", null)]
    [InlineData("10e-29", "0.0000000000000000000000000001")]
    [InlineData("0e99", "0")]
    [InlineData("-0.0", "0.0")]
    [InlineData("-1_0.5", "-10.5")]
    [InlineData("1.x", null)]
    [InlineData("1e", null)]
    public void A_decimal_is_exact_or_is_none(string text, string? value) =>
        Assert.Equal(value, NumberText.TryReadDecimal(text, out var read) ? read.ToString(CultureInfo.InvariantCulture).TrimStart('-') is "0.0" ? "0.0" : read.ToString(CultureInfo.InvariantCulture) : null);

    [Theory]
    [InlineData(64, 63, 2, true)]
    [InlineData(65, 63, 2, false)]
    [InlineData(64, 64, 2, false)]
    [InlineData(1, 1, 1, false)]
    [InlineData(1, 1, 2, true)]
    [InlineData(0, 3, 2, false)]
    public void The_parts_of_a_mail_address_have_the_lengths_that_mail_allows(int local, int label, int labels, bool isRight) => Assert.Equal(
        isRight, MailAddress.IsValid(new string('a', local) + "@" + string.Join('.', Enumerable.Repeat(new string('b', label), labels))));

    [Fact]
    public void A_mail_address_has_254_characters_at_most()
    {
        static string Address(int last) => $"{new string('a', 60)}@{new string('b', 63)}.{new string('c', 63)}.{new string('d', 63)}.{new string('e', last)}";
        Assert.Equal((254, true), (Address(1).Length, MailAddress.IsValid(Address(1))));
        Assert.False(MailAddress.IsValid(Address(2)));
    }

    [Theory]
    [InlineData("a@-b.c", false)]
    [InlineData("a@b-.c", false)]
    [InlineData("a@b-c.d", true)]
    [InlineData("a b@c.d", false)]
    [InlineData("a:b@c.d", false)]
    [InlineData("jöhn@bücher.example", true)]
    public void A_mail_address_reads_as_mail_reads_it(string text, bool isRight) => Assert.Equal(isRight, MailAddress.IsValid(text));

    [Theory]
    [InlineData("https://example.org/", true)]
    [InlineData("mailto:a@b.c", true)]
    [InlineData("C:\\a", false)]
    [InlineData("c:/a", false)]
    [InlineData("/a", false)]
    [InlineData("https:///a", false)]
    [InlineData("1a:b", false)]
    [InlineData("a1+.-:b", true)]
    [InlineData("https://example.org/a b", false)]
    public void A_URI_has_a_scheme_of_two_letters_or_more(string text, bool isRight) => Assert.Equal(isRight, UriText.IsAbsolute(text));

    [Theory]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/%41%2f", "/A%2F")]
    [InlineData("/100%", "/100%25")]
    [InlineData("/%4", "/%254")]
    [InlineData("/%4g", "/%254g")]
    [InlineData("/é", "/%C3%A9")]
    [InlineData("/a:@!$&'()*+,;=~-._", "/a:@!$&'()*+,;=~-._")]
    [InlineData("/\"<>", "/%22%3C%3E")]
    [InlineData("/a%2", "/a%252")]
    [InlineData("%7e%7E%2B%c3%A9é%", "~~%2B%C3%A9%C3%A9%25")]
    [InlineData("/a?b#c[d]", "/a%3Fb%23c%5Bd%5D")]
    public void A_path_is_encoded_in_one_way(string path, string encoded) => Assert.Equal(encoded, UrlText.EncodePath(path));

    [Theory]
    [InlineData("a b/%41.md", "a%20b/%2541.md")]
    [InlineData("100%", "100%25")]
    [InlineData("a?b#c[d]", "a%3Fb%23c%5Bd%5D")]
    [InlineData("a+b,c.md", "a+b,c.md")]
    public void In_the_name_of_a_file_nothing_is_an_escape(string name, string encoded) => Assert.Equal(encoded, UrlText.EncodeName(name));

    [Theory]
    [InlineData("?a=%41&b=%zz#c[d]", "?a=%41&b=%zz#c[d]")]
    [InlineData("?q=ä b|", "?q=%C3%A4%20b%7C")]
    public void What_an_author_wrote_keeps_its_escapes(string text, string encoded) => Assert.Equal(encoded, UrlText.EncodeWritten(text));

    [Theory]
    [InlineData("/a/", "/a")]
    [InlineData("/", "/")]
    [InlineData("/a", "/a")]
    public void Addresses_of_one_entry_have_one_key(string path, string key) => Assert.Equal(key, UrlText.Key(path));

    [Theory]
    [InlineData("What's new?", "What-s-new")]
    [InlineData("--a--", "a")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("!!!", "21-21-21")]
    public void A_segment_of_a_slug_is_fit_for_a_URL(string text, string segment)
    {
        var made = new StringBuilder("x/");
        UrlSafeText.AppendSlugSegment(made, text);
        Assert.Equal("x/" + segment, made.ToString());
    }

    [Theory]
    [InlineData("a-b_c.d~e", true)]
    [InlineData(".", false)]
    [InlineData("..", false)]
    [InlineData("...", true)]
    [InlineData("", false)]
    [InlineData("a/b", false)]
    [InlineData("a b", false)]
    public void A_slug_is_one_segment(string text, bool isRight) => Assert.Equal(isRight, UrlSafeText.IsUrlSafe(text));

    [Theory]
    [InlineData("posts/2026-11-23-a.md", "posts", "a")]
    [InlineData("posts/2026-11-23-.md", "posts", "2026-11-23")]
    [InlineData("posts/2026-11-23.md", "posts", "2026-11-23")]
    [InlineData("posts/2026-11-23_a.md", "posts", "2026-11-23-a")]
    [InlineData("posts/2026-02-30-a.md", "posts", "2026-02-30-a")]
    [InlineData("posts/a/index.md", "posts", "a")]
    [InlineData("posts/a/b/index.md", "posts", "a/b")]
    [InlineData("posts/index.md", "posts", "")]
    [InlineData("postscript/a.md", "posts", "postscript/a")]
    [InlineData("posts/.a.md", "posts", "a")]
    [InlineData("posts/a.b.md", "posts", "a-b")]
    public void A_slug_is_the_path_below_the_folder(string path, string folder, string slug) => Assert.Equal(slug, Slug.OfPath(path, folder, SlugRules.Default));

    [Theory]
    [InlineData("a/Index.md", "a/Index", "a")]
    [InlineData("a/README.md", "a/README", "a")]
    [InlineData("a/readme2.md", "a/readme2", "a/readme2")]
    [InlineData("README.md", "README", "")]
    public void Names_of_an_index_are_those_that_the_configuration_lists(string path, string byDefault, string slug)
    {
        var rules = new SlugRules { IndexNames = ["index", "readme"], IndexComparison = StringComparison.OrdinalIgnoreCase };
        Assert.Equal((byDefault, slug), (Slug.OfPath(path, "", SlugRules.Default), Slug.OfPath(path, "", rules)));
        Assert.Equal(slug.ToLowerInvariant(), Slug.OfPath(path, "", rules with { IsLower = true }));
    }

    [Theory]
    [InlineData("/a b/c", "/a-b/c")]
    [InlineData("a b/c", "a-b/c")]
    [InlineData("//a//b/", "/a/b")]
    [InlineData("", "")]
    [InlineData("/", "/")]
    public void A_path_is_made_of_safe_segments(string path, string expected) => Assert.Equal(expected, UrlSafeText.PathOf(path));

    [Fact]
    public void A_URI_is_no_longer_than_all_frameworks_can_hold()
    {
        const string Start = "https://a.example/";
        Assert.True(UriText.IsAbsolute(Start + new string('a', 65_519 - Start.Length)));
        Assert.False(UriText.IsAbsolute(Start + new string('a', 65_520 - Start.Length)));
    }
}
