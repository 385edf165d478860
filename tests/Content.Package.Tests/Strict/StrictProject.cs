using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Strict;

/// <summary>Projects that allow nothing: what is generated in them must be above every rule.</summary>
public sealed class StrictProject(PackageFeed feed)
{
    private const string Settings = """
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
        <WarningLevel>9999</WarningLevel>
        <AnalysisMode>All</AnalysisMode>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <IsAotCompatible>true</IsAotCompatible>
        """;

    [Theory]
    [InlineData("net8.0", "public")]
    [InlineData("net10.0", "internal")]
    public void Has_nothing_to_say_of_generated_code(string framework, string accessibility)
    {
        var project = new TestProject(feed, Settings + $"<ContentAccessibility>{accessibility}</ContentAccessibility>", framework: framework, type: "Library")
            .Write(".editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = error\ncsharp_style_namespace_declarations = file_scoped:error\n")
            .Write("content.json", """
                {
                  "enums": { "Tag": ["c#", "*/", "</summary>", "a b"] },
                  "collections": {
                    "posts": {
                      "type": "Post", "files": "posts/*.md",
                      "fields": {
                        "title": "string", "author": "Author?", "tags": "Tag[]", "level": ["one", "two"], "class": "string?", "*/ </summary> {0}": "int?",
                        "extra": { "type": "object?", "description": "</summary> */", "fields": { "source": "uri?", "when": "datetime?", "image": "image?" } }
                      }
                    },
                    "notes": { "type": "Note", "files": "notes/*.md", "symbols": "ids", "fields": {} },
                    "authors": { "type": "Author", "files": "authors/*.yml", "fields": { "name": "string", "price": "decimal?", "born": "date?" } }
                  }
                }
                """)
            .Write("Assembly.cs", "[assembly: System.CLSCompliant(true)]\n")
            .Write("content/posts/1st.md", "---\ntitle: First\ntags: []\nlevel: one\n---\n")
            .Write("content/posts/class.md", "---\ntitle: \"*/ </summary> \\\" {0} \\u2028 & <b>\"\nauthor: event\ntags: [\"*/\", c#]\nlevel: one\n---\n\n# Text\n")
            .Write("content/posts/namespace.md", "---\ntitle: B\ntags: []\nlevel: two\nextra: { source: https://example.org/ }\n---\n")
            .Write("content/notes/1st.md", "")
            .Write("content/notes/int.md", "")
            .Write("content/authors/event.yml", "name: Event\n");

        project.Build().Passes();
    }
}
