using Content.Compiler.Configuration;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Configuration;

/// <summary>The content.json that the documentation shows, with everything in it.</summary>
internal static class ConfigurationSample
{
    public const string Text = """
        {
          "$schema": "obj/content.schema.json",
          "root": "content",                       // default
          "site": "https://example.org/docs",      // its path is the base path
          "static": ["wwwroot"],
          "anchors": "github",
          "enums": { "Tag": ["dotnet", "msbuild", "c#"] },
          "collections": {
            "posts": {
              "type": "Post",                      /* the C# type of an entry */
              "files": "posts/**/*.md",
              "url": "/blog/{date:yyyy}/{slug}/",
              "order": "date desc, title",
              "unknownFields": "warn",
              "symbols": "properties",
              "body": null,
              "fields": {
                "title":   "string",
                "date":    "date",
                "author":  "Author",
                "tags":    "Tag[]",
                "level":   ["beginner", "advanced"],
                "summary": { "type": "string?", "maxLength": 160 },
                "cover":   "image?",
                "rating":  { "type": "int", "min": 1, "max": 5, "default": 3 },
                "extra":   { "type": "object?", "fields": { "source": "uri?" } }
              }
            },
            "authors": { "type": "Author", "files": "authors/*.{md,yml,json,toml}", "fields": { "name": "string", "email": "email?" } },
          },
          "links": { "ignore": ["/dotnet/**", "~/**", "https://intranet.example/**"] },
          "severity": { "CONTENT2010": "error", "CONTENT3002": "warning" },
        }
        """;

    /// <summary>The configuration that a content.json without a mistake says.</summary>
    public static ContentConfiguration Read(string text)
    {
        var reading = ConfigurationReader.Read(new SourceText("content.json", text));
        Assert.Empty(reading.Diagnostics);
        return reading.Configuration;
    }
}
