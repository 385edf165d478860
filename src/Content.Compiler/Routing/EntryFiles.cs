using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>Divides data files of many entries: each entry goes on as an article of its own, as if it were all of its file.</summary>
internal static class EntryFiles
{
    /// <summary>
    /// The articles in the same order, entries in that of their file. What is wrong with the file is told once, with its first entry. The file itself stays,
    /// without an address, where it could not be read in whole: references to what it may hold are not judged then.
    /// </summary>
    public static ImmutableArray<Article> Divide(ContentConfiguration configuration, ImmutableArray<Article> articles)
    {
        if (configuration.Collections.All(collection => collection.Layout == EntryLayout.Single))
            return articles;
        var divided = ImmutableArray.CreateBuilder<Article>(articles.Length);
        foreach (var article in articles)
        {
            if (article.Format != ArticleFormat.Data || configuration.Collections[article.Collection].Layout == EntryLayout.Single)
            {
                divided.Add(article);
                continue;
            }

            var keepsFile = article.Metadata.IsBroken && !article.Diagnostics.IsEmpty;
            if (keepsFile)
                divided.Add(article with { Entries = [] });
            for (var index = 0; index < article.Entries.Length; index++)
            {
                divided.Add(article with
                {
                    Metadata = article.Entries[index],
                    Entries = [],
                    Diagnostics = index == 0 && !keepsFile ? article.Diagnostics : [],
                });
            }
        }

        return divided.ToImmutable();
    }
}
