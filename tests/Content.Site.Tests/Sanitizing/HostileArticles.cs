using System.Text;
using Content.Compiler;
using Content.Compiler.Catalogs.Blob;

namespace Content.Site.Tests.Sanitizing;

/// <summary>Articles by somebody who wants a script to run in the readers' browsers, each of them as Markdown and as HTML.</summary>
internal static class HostileArticles
{
    /// <summary>Everything in a browser that runs an attribute by itself, or when a reader does something.</summary>
    private static readonly string[] events =
    [
        .. ("onabort onafterprint onanimationcancel onanimationend onanimationiteration onanimationstart onauxclick onbeforeinput onbeforematch onbeforeprint onbeforetoggle "
            + "onbeforeunload onbegin onblur oncancel oncanplay oncanplaythrough onchange onclick onclose oncontextmenu oncopy oncuechange oncut ondblclick ondrag "
            + "ondragend ondragenter ondragover ondragstart ondrop ondurationchange onend onended onerror onfocus onfocusin onfocusout onformdata onfullscreenchange "
            + "onhashchange oninput oninvalid onkeydown onkeypress onkeyup onload onloadeddata onloadedmetadata onloadstart onmessage onmousedown onmouseenter onmouseleave "
            + "onmousemove onmouseout onmouseover onmouseup onmousewheel onpagehide onpageshow onpaste onpause onplay onplaying onpointercancel onpointerdown "
            + "onpointerenter onpointerleave onpointermove onpointerout onpointerover onpointerrawupdate onpointerup onpopstate onprogress onratechange onrepeat onreset "
            + "onresize onscroll onscrollend onsearch onseeked onseeking onselect onselectionchange onselectstart onshow onstart onsubmit onsuspend ontimeupdate ontoggle "
            + "ontouchend ontouchmove ontouchstart ontransitionend ontransitionrun ontransitionstart onunhandledrejection onunload onvolumechange onwaiting "
            + "onwebkitanimationend onwebkittransitionend onwheel").Split(' '),
    ];

    private static readonly string[] schemes =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)", "&#x6A;avascript&colon;alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)",
        "java&#10;script:alert(1)", " javascript:alert(1)", "&#1;javascript:alert(1)", "&#x14;javascript:alert(1)", "javascript&#58;alert(1)", "javascript://%0aalert(1)",
        "javascript:/*--></title></style></textarea></script></xmp><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+alert(1)//'>", "vbscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "javascript:javascript:alert(1)", "view-source:javascript:alert(1)", "blob:javascript:alert(1)", "feed:javascript:alert(1)", "jar:javascript:alert(1)", "livescript:alert(1)",
    ];

    public static IReadOnlyList<string> Texts { get; } =
    [
        .. Listed(),
        .. events.Select(name => $"<img src=x {name}=alert(1) {name}=\"alert(1)\" tabindex=0>"),
        .. events.Select(name => $"<details open {name.ToUpperInvariant()}='alert(1)'><summary>s</summary></details><video {name}=alert(1)><source {name}=alert(1) src=x></video>"),
        .. events.Select(name => $"text {{{name}=\"alert(1)\"}} and *em*{{{name}=alert(1)}} and ![i](x.png){{{name}=alert(1)}}"),
        .. schemes.Select(scheme => $"<a href=\"{scheme}\">a</a> <form action=\"{scheme}\"><button formaction=\"{scheme}\">b</button></form> <img src=\"{scheme}\">"),
        .. schemes.Select(scheme => $"<iframe src=\"{scheme}\"></iframe><object data=\"{scheme}\"></object><embed src=\"{scheme}\"><svg><a xlink:href=\"{scheme}\"><text y=9>t</text></a></svg>"),
        .. schemes.Select(scheme => $"[a](<{scheme}>) ![b](<{scheme}>) <{scheme}>\n\n[c]: <{scheme}>\n\n[c]"),
    ];

    /// <summary>The bodies that the compiler makes of all of them.</summary>
    /// <param name="html">What content.json says of HTML.</param>
    public static IReadOnlyList<(string Article, string Body)> Compile(string html)
    {
        using var folder = new TemporaryFolder();
        folder.Write("content.json", $$"""{ "html": "{{html}}", "collections": { "pages": { "type": "Page", "files": "**/*.{md,html}", "fields": {} } } }""");
        for (var index = 0; index < Texts.Count; index++)
        {
            folder.Write($"content/{index:D4}.md", Texts[index] + "\n");
            folder.Write($"content/{index:D4}.html", Texts[index] + "\n");
        }

        var result = ContentCompiler.Compile(
            new CompilationRequest
            {
                ProjectDirectory = folder.Path,
                ConfigurationFile = folder.Full("content.json"),
                OutputDirectory = folder.Full("obj"),
                BuildDate = new DateOnly(2026, 11, 23),
                MaxParallelism = 2,
            },
            TestContext.Current.CancellationToken);
        return [.. result.Site!.Collections.Single().Entries.Select(entry => (entry.Article.Path, BodyOf(entry)))];
    }

    private static string BodyOf(Content.Compiler.Routing.Entry entry)
    {
        using var body = new MemoryStream();
        var writer = new BodyWriter(body);
        writer.Write(entry);
        writer.Flush();
        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>The texts of vectors.txt, which a line of dashes divides.</summary>
    private static string[] Listed()
    {
        using var reader = new StreamReader(typeof(HostileArticles).Assembly.GetManifestResourceStream("vectors.txt")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n-----\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
