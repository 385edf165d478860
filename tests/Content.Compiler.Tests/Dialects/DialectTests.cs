using Content.Compiler.Dialects;
using Content.Compiler.Inference;

namespace Content.Compiler.Tests.Dialects;

/// <summary>What holds for every dialect: sites are recognised, their settings taken over, and no text takes the compiler down.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> Names => [.. DialectSet.Names];

    [Theory]
    [InlineData("docfx", "docfx.json", """{ "metadata": [ { "dest": "api" } ], "build": { "dest": "_out", "sitemap": { "baseUrl": "https://example.org/docs" } } }""", "a.md", "\"site\": \"https://example.org/docs/\"", "\"!_out/**\"", "\"root\": \".\"")]
    [InlineData("jekyll", "_config.yml", "url: https://example.org\nbaseurl: /blog\npermalink: /:year/:title/\nexclude: [drafts]\n", "_posts/2020-01-02-a.md", "\"site\": \"https://example.org/blog\"", "\"url\": \"/{date:yyyy}/{name}/\"", "\"!drafts/**\"")]
    [InlineData("hugo", "hugo.toml", "baseURL = 'https://example.org/'\ncontentDir = 'text'\nstaticDir = 'files'\n", "text/a.md", "\"root\": \"text\"", "\"static\": [\"files\"]", "\"site\": \"https://example.org/\"")]
    [InlineData("zola", "config.toml", "base_url = \"https://example.org\"\n", "content/a.md", "\"static\": [\"static\"]")]
    [InlineData("docusaurus", "docusaurus.config.js", "module.exports = { url: 'https://example.org', baseUrl: '/x/' };", "docs/a.mdx", "\"root\": \"docs\"", "\"site\": \"https://example.org/x\"", "\"url\": \"/docs/{slug}\"")]
    [InlineData("astro", "astro.config.mjs", "export default { site: 'https://example.org' };", "src/content/docs/a.mdx", "\"root\": \"src/content/docs\"", "\"static\": [\"public\"]")]
    [InlineData("obsidian", ".obsidian/app.json", "{}", "a.md", "\"root\": \".\"")]
    public void A_site_is_recognised_by_its_own_files(string dialect, string file, string text, string article, params string[] expected)
    {
        using var project = new TemporaryProject();
        project.Write(file, text);
        project.Write(article, "---\ntitle: A\n---\n\nText.\n");
        var inferred = ContentCompiler.Infer(
            new InferenceRequest { ProjectDirectory = project.Path, ConfigurationFile = project.Full("content.json") }, TestContext.Current.CancellationToken);
        Assert.NotNull(inferred.Text);
        Assert.Contains($"\"dialect\": \"{dialect}\", // because of '{file.Split('/')[0]}'", inferred.Text, StringComparison.Ordinal);
        Assert.All(expected, part => Assert.Contains(part, inferred.Text, StringComparison.Ordinal));
        Assert.Empty(project.Compile().Diagnostics);
    }

    [Fact]
    public void Eleventy_is_read_by_its_scripts_and_the_data_of_its_folders()
    {
        using var project = new TemporaryProject();
        project.Write(".eleventy.js", "module.exports = config => { config.addPassthroughCopy('assets'); config.addPassthroughCopy({ './public/': '/' }); };");
        project.Write("assets/a.png", "");
        project.Write("public/b.txt", "");
        project.Write("content/posts/posts.11tydata.js", "module.exports = { permalink: '/{{ page.date | date: \"%Y/%m\" }}/{{ page.fileSlug }}/' };");
        project.Write("content/posts/2020-01-02-first.md", "---\ntitle: First\n---\n\n[Itself]({{ '/2020/01/first/' | url }}), [image](/assets/a.png), [text](/b.txt), [tag](/tags/x/), [no](/tags/)\n");
        project.Write("content/tags.liquid", "---\npagination:\n  data: tags\npermalink: \"/tags/{{ tag }}/\"\n---\n");
        var text = Infer(project);
        Assert.Contains("\"url\": \"/{date:yyyy}/{date:MM}/{name}/\"", text, StringComparison.Ordinal);
        Assert.Contains("\"static\": [\"public\", { \"folder\": \"assets\", \"at\": \"/assets/\" }]", text, StringComparison.Ordinal);
        Assert.Equal(["CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void What_templates_and_scripts_of_Eleventy_make_is_answered()
    {
        using var project = new TemporaryProject();
        project.Write(
            "eleventy.config.js",
            "export default c => { c.addPlugin(InputPathToUrlTransformPlugin); c.addPlugin(feed, { outputPath: '/feed.xml' });\n"
            + "c.addPassthroughCopy({ [resolve('x')]: 'js/x.js', 'node_modules/y/': `static/y/` }); return { dir: { input: 'src' } }; };");
        project.Write("src/authors/authors.njk", "---\ntitle: Authors\n---\n");
        project.Write("src/authors/pages.md", "---\npagination:\n  data: authors\npermalink: \"/authors/{{ a }}/\"\n---\n[None](none.md)\n");
        project.Write("src/made.11ty.js", "export default { data() { return { permalink: PLACE, title: 'x' }; } };");
        project.Write("src/docs/docs.md", "---\ntitle: Docs\n---\n");
        project.Write("src/_includes/part.md", "[None](none.md)\n");
        project.Write(
            "src/docs/a.md",
            "---\ntitle: A\n---\n[Feed](/feed.xml), [script](/js/x.js), [style](/static/y/z.css), [authors](/authors/), [one](/authors/jane/), [docs](/docs/), [input](./docs/docs.md), "
            + "[no](/PLACE), [nor](/js/z.js), [above](../src/none.md)\n");
        var text = Infer(project);
        Assert.Contains("\"anchors\": \"words\"", text, StringComparison.Ordinal);
        Assert.Contains("\"lookup\": \"page\"", text, StringComparison.Ordinal);
        Assert.Contains("2 files that the tool makes its pages with", text, StringComparison.Ordinal);
        Assert.Equal(["CONTENT2001", "CONTENT2002", "CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Templates_parameters_and_mounts_of_Hugo_are_taken_over()
    {
        using var project = new TemporaryProject();
        project.Write(
            "hugo.toml",
            "baseURL = 'https://example.org/'\n[params]\nversion = 3\nunused = 'x'\n[params.sub]\nName = 'N'\n"
            + "[[module.mounts]]\nsource = 'content'\ntarget = 'content'\n[[module.mounts]]\nsource = '../README.md'\ntarget = 'content/repo/README.md'\n[[module.mounts]]\nsource = '../api'\ntarget = 'content/api'\n");
        project.Write("layouts/shortcodes/include.html", "{{/* Takes in. */}}\n{{ with .Get 0 }}{{ with site.GetPage . }}{{ .RenderShortcodes }}{{ else }}{{ errorf \"no %q }}\" . }}{{ end }}{{ end }}");
        project.Write("layouts/shortcodes/term.html", "{{ with .Get 0 }}{{ with site.GetPage (printf \"/terms/%s\" (urlize .)) }}{{ .Content }}{{ end }}{{ end }}");
        project.Write("layouts/shortcodes/boxed.html", "<div>{{ with site.GetPage (.Get 0) }}{{ .Content }}{{ end }}</div>");
        project.Write("layouts/_default/_markup/render-link.html", "{{ with .Page.GetPage .Destination }}{{ .RelPermalink }}{{ end }}");
        project.Write("assets/img/a.png", "");
        project.Write("static/_redirects", "/old/* /new/:splat 301\n/unused /x\n");
        project.Write("netlify.toml", "[[redirects]]\nfrom = '/gone'\nto = '/a/'\n");
        project.Write("content/terms/t.md", "---\ntitle: T\n---\nTerm\n");
        project.Write(
            "content/repo/a.md",
            "---\ntitle: A\n---\n{{< param version >}} {{% param \"sub.name\" %}} {{% include \"/terms/t.md\" %}} {{% term T %}} {{% boxed x %}}\n\n"
            + "[readme](README.md), [api](/api/x/), [term](TERMS/t), [old](/old/x), [gone](/gone), [no](/older), ![image](/img/a.png)\n");
        var text = Infer(project);
        Assert.Contains("\"shortcodes\": { \"include\": \"{include:{0}}\", \"param.sub.Name\": \"N\", \"param.version\": \"3\", \"term\": \"{include:/terms/{0}}\" }", text, StringComparison.Ordinal);
        Assert.Contains("\"lookup\": \"page\"", text, StringComparison.Ordinal);
        Assert.Contains("\"static\": [\"static\", \"assets\"]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("unused", text, StringComparison.Ordinal);
        Assert.Equal(["CONTENT2021", "CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Collections_of_Jekyll_have_the_addresses_that_its_configuration_gives_them()
    {
        using var project = new TemporaryProject();
        project.Write("_config.yml", "collections:\n  docs:\n    permalink: \"/:collection/:path/\"\n  posts:\n    permalink: /news/:year/:title/\n  notes:\n    output: true\n");
        project.Write("_docs/b/a.md", "---\ntitle: A\nredirect_from: /help/index.html\n---\n[post](/news/2020/x/), [note](/notes/n.html), [help](/help/), [no](/notes/n/)\n");
        project.Write("_posts/2020-01-02-x.md", "---\ntitle: X\n---\n[doc](/docs/b/a/)\n");
        project.Write("_notes/n.md", "---\ntitle: N\n---\n");
        Infer(project);
        Assert.Equal(["CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Space_before_front_matter_is_no_mistake_where_the_tool_allows_it()
    {
        using var project = new TemporaryProject();
        project.Write("config.toml", "base_url = \"https://example.org\"\n");
        project.Write("content/a.md", "\n\n+++\ntitle = \"A\"\nweight = 1\n+++   \n\nText.\n");
        var text = Infer(project);
        Assert.DoesNotContain("Left out", text, StringComparison.Ordinal);
        Assert.Contains("\"weight\": \"int\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_and_versions_of_Docusaurus_are_no_articles_and_are_answered()
    {
        using var project = new TemporaryProject();
        project.Write("website/docusaurus.config.js", "module.exports = { plugins: [['x', { routeBasePath: 'architecture', path: 'architecture' }]], presets: [['classic', { docs: { path: '../docs' }, blog: { path: 'blog' } }]] };");
        project.Write("website/versions.json", "[\"0.2\", \"0.1\"]");
        project.Write("website/src/pages/help.tsx", "");
        project.Write("website/blog/a.md", "");
        project.Write("docs/a.md", "# A\n\n[Help](/help), [blog](/blog/x), [old](/docs/0.1/a), [next](/docs/next/a), [other](/architecture/x), [no](/docs/next/b), [no](/helper)\n");
        Assert.Contains("\"url\": \"/docs/{slug}\"", Infer(project), StringComparison.Ordinal);
        Assert.Equal(["CONTENT2001", "CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Other_sites_of_a_shared_host_are_left_to_it()
    {
        using var project = new TemporaryProject();
        project.Write("reference/docfx.json", "{ \"build\": { \"content\": [ { \"files\": [ \"**/*.md\" ], \"exclude\": [ \"**/README.md\" ] } ] } }");
        project.Write(".openpublishing.publish.config.json", "{ \"dependent_repositories\": [ { \"path_to_root\": \"samples\" } ] }");
        project.Write("reference/README.md", "# Not an article");
        project.Write("reference/a.md", "# A\n\n[Elsewhere](/dotnet/api/x), `[code](/nowhere/x)`, [no](b.md)\n\n[!code-csharp[](~/../samples/a.cs#b)]\n");
        var text = Infer(project);
        Assert.Contains("\"/dotnet/**\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/nowhere", text, StringComparison.Ordinal);
        Assert.Equal(["CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void What_a_service_lays_beside_a_docfx_site_is_left_to_it()
    {
        using var project = new TemporaryProject();
        project.Write("docs/docfx.json", "{ \"build\": {} }");
        project.Write("docs/breadcrumb/toc.yml", "- name: Docs\n  tocHref: /\n  topicHref: /dotnet\n");
        project.Write(".openpublishing.redirection.json", """
            { "redirections": [
                { "source_path": "docs/old.md", "redirect_url": "/dotnet/new" },
                { "source_path_from_root": "/docs/sub/index.md", "redirect_url": "/dotnet/sub" },
                { "source_path": "docs/unused.md", "redirect_url": "/dotnet/unused" } ] }
            """);
        project.Write("docs/index.md", "---\ntitle: A\n---\n\n[a](old.md) [b](old.md#b) [c](sub/index.md) [d](/other/x) [e](~/sub/a.md)\n\n[!code-csharp[](~/samples/a.cs#1)]\n");
        project.Write("docs/sub/a.md", "---\ntitle: B\n---\n\nText.\n");
        var inferred = Infer(project);
        Assert.Equal(
            "\"ignore\": [\"/dotnet\", \"/other/**\", \"~/samples/**\", \"**/old.md\", \"**/old.md#**\"]",
            Assert.Single(inferred.Split('\n'), line => line.Contains("\"ignore\": [", StringComparison.Ordinal)).Split("//")[0].Trim());
        Assert.Equal(["CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void Settings_of_plugins_are_none_of_the_site()
    {
        using var project = new TemporaryProject();
        project.Write("astro.config.mjs", "export default defineConfig({ // base: '/no'\n integrations: [x({ base: 'plugin', site: 'https://plugin.example' })], site: 'https://example.org', base: '/docs' });");
        project.Write("tsconfig.json", """{ "compilerOptions": { "paths": { "@/*": ["src/*"] } } }""");
        project.Write("src/assets/a.png", "");
        project.Write("src/content/docs/a.md", "---\ntitle: A\n---\n\n![a](@/assets/a.png) ![b](../../assets/a.png) [c](http://localhost:4321/x)\n");
        project.Write("redirects.js", "export default { '/old': '/a', '/unused': '/a', };");
        project.Write("src/content/docs/b.md", "---\ntitle: B\n---\n\n[c](http://localhost:4321/) [old](/docs/old/)\n");
        var few = Infer(project);
        Assert.DoesNotContain("localhost", few, StringComparison.Ordinal);
        File.Delete(project.Full("content.json"));
        project.Write("src/content/docs/c.md", "---\ntitle: C\n---\n\n[c](http://localhost:4321/)\n");
        var text = Infer(project);
        Assert.Contains("\"site\": \"https://example.org/docs\"", text, StringComparison.Ordinal);
        Assert.Contains("\"map\": { \"@/assets/\": \"/_astro/\" }", text, StringComparison.Ordinal);
        Assert.Contains("\"ignore\": [\"http://localhost:4321/**\"]", text, StringComparison.Ordinal);
        Assert.Contains("\"routes\": [\"/old\"]", text, StringComparison.Ordinal);
        Assert.Empty(project.Compile().Diagnostics);
    }

    [Fact]
    public void Short_codes_that_only_place_what_they_get_are_taken_over()
    {
        using var project = new TemporaryProject();
        project.Write("hugo.toml", "baseURL = 'https://example.org/'\n");
        project.Write("layouts/shortcodes/tip.html", "{{/* A tip. */}}\n<div title=\"{{ .Get \"title\" }}\">{{ .Inner | markdownify }}</div>\n");
        project.Write("layouts/shortcodes/clever.html", "{{ range .Site.Pages }}{{ .Title }}{{ end }}");
        project.Write("content/a.md", "---\ntitle: A\n---\n\n{{< tip title=\"x\" >}}\nText.\n{{< /tip >}}\n\n{{< clever >}}\n");
        Assert.Contains("\"shortcodes\": { \"tip\": \"<div title=\\\"{title}\\\">{inner}</div>\" }", Infer(project), StringComparison.Ordinal);
        Assert.Equal(["CONTENT2021"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    private static string Infer(TemporaryProject project)
    {
        var inferred = ContentCompiler.Infer(
            new InferenceRequest { ProjectDirectory = project.Path, ConfigurationFile = project.Full("content.json") }, TestContext.Current.CancellationToken);
        Assert.NotNull(inferred.Text);
        return inferred.Text;
    }

    [Fact]
    public void A_site_of_no_tool_gets_no_dialect()
    {
        using var project = new TemporaryProject();
        project.Write("config.toml", "title = 'x'\n");
        project.Write("content/a.md", "---\ntitle: A\n---\n\nText.\n");
        var inferred = ContentCompiler.Infer(
            new InferenceRequest { ProjectDirectory = project.Path, ConfigurationFile = project.Full("content.json") }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("dialect", inferred.Text, StringComparison.Ordinal);
    }

    /// <summary>Constructs that never close, or stand inside each other ten thousand deep, end in diagnostics and never in a defect.</summary>
    [Fact]
    public void Pages_that_take_in_each_other_many_times_end_in_time()
    {
        using var project = new TemporaryProject();
        project.Write("content.json", """{ "dialect": "hugo", "shortcodes": { "in": "{include:{0}}" }, "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": {} } } }""");
        for (var index = 0; index < 6; index++)
            project.Write($"content/a{index}.md", string.Concat(Enumerable.Repeat($$$"""{{% in "/a{{{index + 1}}}.md" %}} """, 10)));
        project.Write("content/a6.md", "{{% in \"/a0.md\" %}}");
        var codes = project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().ToArray();
        Assert.Contains("CONTENT5001", codes);
        Assert.DoesNotContain("CONTENT9001", codes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Hostile_texts_end_in_time(string dialect)
    {
        using var project = new TemporaryProject();
        project.Write("content.json", $$"""{ "dialect": "{{dialect}}", "collections": { "pages": { "type": "Page", "files": "**/*.{md,mdx}", "fields": { "title": "string?" } } } }""");
        string[] pieces =
        [
            "{% raw %}", "{% highlight x %}", "{% comment %}", "{{ site.baseurl }}", "{{ \"", "{{< a >}}", "{{< /a >}}", "{{% a", "{{ a(", "{% a() %}", "[[a]]", "![[a]]", "[[", "%%", "^a", "> [!a] b\n",
            "<A b={", "<A>\n", "</A>\n", "{/*", "{", "{\"", "import a from 'b'\n\n", "export const a = {\n", ":::note\n", ":::image source=\"", ":::", "[!code-a[](", "[!INCLUDE [a](b", "> [!div class=\"a\"]\n", "# [a](#tab/a)\n\n",
            "{:.a}\n", "{:", "`", "```\n", "{% capture a %}", "{% capture a %}b{% endcapture %}{{ a }}", "{% assign a = a | append: \"b\" %}", "{% a %}", "{% enda %}", "{{ a | b({ c: 1 }) }}",
            "- a[^b]\n\n  [^b]: c\n", "  [^b]:\n", "{{< a >}}{{< b >}}", "{{% include \"a1\" %}}",
        ];
        for (var index = 0; index < pieces.Length; index++)
            project.Write($"content/a{index}.md", string.Concat(Enumerable.Repeat(pieces[index], 10_000)));
        project.Write("content/all.md", string.Concat(Enumerable.Repeat(string.Concat(pieces), 200)));
        var result = project.Compile();
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Code is "CONTENT9001");
    }
}
