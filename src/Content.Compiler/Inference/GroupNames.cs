using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Inference;

/// <summary>Names collections after their folders, and the type of their entries after one of them: <c>posts</c> and <c>Post</c>.</summary>
internal sealed partial class GroupNames
{
    private readonly HashSet<string> properties = new(ReservedNames.CatalogMembers.Concat(ReservedNames.ObjectMembers), StringComparer.Ordinal);

    // The default name of the catalog's class.
    private readonly HashSet<string> types = new(StringComparer.Ordinal) { "Catalog" };

    public static ImmutableArray<NamedGroup> Name(ImmutableArray<FileGroup> groups)
    {
        var names = new GroupNames();
        var named = new NamedGroup[groups.Length];
        // A collection that is made from a folder gets the name of the folder before any other can take it.
        foreach (var index in Enumerable.Range(0, groups.Length).OrderBy(index => groups[index].Folder.Length == 0))
            named[index] = names.Name(groups[index], groups);
        return [.. named];
    }

    /// <summary>Whether the files are posts: most have a date, in their metadata, their name or their path.</summary>
    public static bool IsDated(FileGroup group) => group.Files.Count(IsDated) * 2 > group.Files.Length;

    private NamedGroup Name(FileGroup group, ImmutableArray<FileGroup> all)
    {
        var wanted = group.Role switch
        {
            FileRole.Document => "documents",
            FileRole.Section => "sections",
            FileRole.Include => "includes",
            FileRole.Entry when group.Folder.Length > 0 => Word(group.Folder),
            FileRole.Entry when group.IsRootFile => Word(System.IO.Path.GetFileNameWithoutExtension(group.Files[0].Path)),
            _ when IsDated(group) => "posts",
            _ => all.Any(other => other is { Role: FileRole.Entry, Folder.Length: > 0 } && other.Files.Length > group.Files.Length) ? "pages" : "articles",
        };
        var name = Unique(wanted, "-", properties, SymbolName.Of);
        var kind = group.Files[0].Format == ArticleFormat.Data ? "Entry" : IsDated(group) ? "Post" : "Article";
        var type = EnglishSingular.Of(SymbolName.Of(name));
        if (type == SymbolName.Of(name) || !CSharpName.IsTypeName(type) || types.Contains(type))
            type += kind;
        return new NamedGroup(group, name, Unique(type, "", types, one => one), GroupGlobs.Of(group, all));
    }

    /// <summary>The folder's name, fit for a key and for URLs.</summary>
    private static string Word(string folder)
    {
        var word = new StringBuilder();
        UrlSafeText.AppendSlugSegment(word, UnicodeText.Compose(folder));
        return SymbolName.Of(word.ToString()).Length > 0 ? word.ToString() : "entries";
    }

    private static string Unique(string wanted, string separator, HashSet<string> taken, Func<string, string> symbol)
    {
        var name = wanted;
        for (var number = 2; !taken.Add(symbol(name)); number++)
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}{separator}{number}");
        return name;
    }

    private static bool IsDated(ObservedFile file) =>
        file.Format != ArticleFormat.Data
        && (file.Metadata?.Find("date") is not null
            || Slug.DateOf(file.Path, SlugRules.Default) is not null
            || (file.Metadata?.Find("path")?.Value is MetadataScalar { Text: var path } && DatedPath().IsMatch(path)));

    /// <summary><c>2026/11/23/title</c>, with a folder before it or not.</summary>
    [GeneratedRegex(@"^/?([^/]+/)?\d{4}/\d{2}/", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    public static partial Regex DatedPath();
}

/// <summary>Files that make a collection, with its names.</summary>
/// <param name="Group">The files.</param>
/// <param name="Name">The key in content.json.</param>
/// <param name="TypeName">The C# type of an entry.</param>
/// <param name="Files">The globs.</param>
internal sealed record NamedGroup(FileGroup Group, string Name, string TypeName, ImmutableArray<string> Files);
