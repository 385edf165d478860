using System.Globalization;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>Neither the culture nor the time zone of a machine changes a byte of the catalog, a diagnostic, or a value that a program reads.</summary>
public sealed class MachineIndependenceTests : IDisposable
{
    /// <summary>Formats by the invariant culture, so that what differs is a value that differs.</summary>
    private const string Program = """
        using System;
        using System.Linq;
        using MySite;
        public static class Probe
        {
            public static string Run() => FormattableString.Invariant($"{string.Join("\n", Catalog.Posts.Select(Show))}");

            private static string Show(Post post) => FormattableString.Invariant(
                $"{post.Title}|{post.Url}|{post.Date:O}|{post.Moment:O}|{post.Later:O}|{post.N}|{post.Ratio}|{post.Price}|{post.Home}|{post.Tag}|{post.Level}|{post.Author.Slug}|{post.Author.Born:O}|{string.Join(",", post.Tags)}|{post.MsDate:O}|{post.Cover.Width}|{post.WordCount}|{Catalog.Find(post.Url)?.Slug}|{Catalog.Posts.ByTag(Tag.İstanbul).Count()}|{TagValues.TryParse("İstanbul", out _)}");
        }
        """;

    private const string Expected = """
        Iıİi "quoted" & <b>|/docs/2026/January/23-30/1234.50/1234.5/full/|2026-01-02|2026-11-23T23:30:00.0000000+09:00|2026-11-23T00:15:00.1250000-11:30|-7|1234.5|1234.50|https://example.org/i?I=1|CSharp|High|ida-iı|1970-01-01|CPlusPlus,AAndB,_9,İstanbul|2026-01-02|144|7|full|1|True
        ı|/docs/2026/June/00-00/0.10/0.5/bare/|2026-06-07|2026-11-23T00:00:00.0000000+00:00||0|0.5|0.10|urn:a:b|Dotnet|Low|ida-iı|1970-01-01|||144|0|bare|1|True
        """;

    private readonly DeclaredSite site = new();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void No_culture_changes_anything(string name)
    {
        var (source, blob, _) = site.Build();
        var (culture, interfaceCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            Assert.NotEqual("1234.5 1/2/2026", $"{1234.5} {new DateOnly(2026, 1, 2)}"); // the culture is there, and is in effect
            var (sourceThere, blobThere, _) = site.Build();
            Assert.Equal(source, sourceThere);
            Assert.Equal(blob, blobThere);
            Assert.Equal(Expected, site.Run(Program), ignoreLineEndingDifferences: true);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, interfaceCulture);
        }
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", 14)]
    [InlineData("Pacific/Pago_Pago", -11)]
    public void No_time_zone_changes_anything(string zone, int hours)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no time zone of a single process.");
        var (source, blob, _) = site.Build();
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            Assert.Equal(hours, TimeZoneInfo.Local.BaseUtcOffset.Hours);
            var (sourceThere, blobThere, _) = site.Build();
            Assert.Equal(source, sourceThere);
            Assert.Equal(blob, blobThere);
            Assert.Equal(Expected, site.Run(Program), ignoreLineEndingDifferences: true);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void No_culture_changes_what_is_said(string name)
    {
        using var project = new TemporaryProject();
        project.Write("content.json", """
            { "collections": { "posts": { "type": "Post", "files": "*.md", "fields": {
                "title": { "type": "string", "maxLength": 3 }, "n": { "type": "number", "max": 1.5 }, "day": { "type": "date", "max": "2026-01-02" },
                "level": ["iris", "IRIS"], "id": "int?" } } } }
            """);
        project.Write("content/a.md", "---\ntitle: long\nn: 1234.5\nday: 2026-12-31\nlevel: Iri\nID: 1\n---\n");
        var here = project.Compile().Diagnostics;
        Assert.Equal(["CONTENT1004", "CONTENT1004", "CONTENT1004", "CONTENT1005", "CONTENT1003"], here.Select(diagnostic => diagnostic.Code));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.Equal(here, project.Compile(request => request with { OutputDirectory = project.Full("obj/other") }).Diagnostics);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    public void Dispose() => site.Dispose();
}
