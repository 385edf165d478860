using System.Text;
using Content.Compiler.Catalogs;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Text;
using Content.Runtime;

using static Content.Compiler.Tests.Catalogs.SiteBuilder;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>A program reads one state of its catalog, wherever that lies, until another takes its place.</summary>
public sealed class CatalogStateTests
{
    private const string Probe = """
        using System;
        using System.Linq;
        using System.Reflection;
        using Content.Runtime;
        using MySite;
        public static class Probe
        {
            public static int Told, Failed;

            public static string Run()
            {
                var before = Catalog.Posts.HelloWorld;
                Catalog.Changed += () => throw new InvalidOperationException();
                Catalog.Changed += () => Told++;
                var data = typeof(Catalog).GetField("_data", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
                data.GetType().GetMethod("Replace", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(data, new object[] { "{FILE}", Array.Empty<string>(), (Action<Exception>)(failure => Failed++) });
                return string.Join("\n", Told, Failed, Show(before), Show(Catalog.Posts.HelloWorld), Try(() => Catalog.Posts.Gone), Try(() => Catalog.Notes[NoteId.B]), Try(() => Catalog.Notes[NoteId.A]));
            }

            private static string Show(Post post) => $"{post.Title} {post.Body.Html} {post.Next?.Slug} {post.Author.Name} {post.Author.Posts.Count} {Catalog.Find(post.Url)?.Title}";

            private static string Try(Func<IContentEntry> symbol)
            {
                try
                {
                    return symbol().Slug;
                }
                catch (ContentException gone)
                {
                    return gone.Message;
                }
            }
        }
        """;

    // Each reader looks at everything that hangs on one entry, which must be of one state, and the thousandth state must not keep the first alive.
    private const string Crowd = """
        using System;
        using System.Collections.Concurrent;
        using System.Linq;
        using System.Reflection;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using MySite;
        public static class Probe
        {
            private static readonly ConcurrentDictionary<string, int> seen = new();
            private static volatile bool isOver;

            public static string Run()
            {
                var first = Remember();
                using var ready = new CountdownEvent(32);
                var readers = Enumerable.Range(0, 32).Select(_ => new Thread(() => Read(ready))).ToList();
                readers.ForEach(reader => reader.Start());
                ready.Wait();
                var data = typeof(Catalog).GetField("_data", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
                var replace = data.GetType().GetMethod("Replace", BindingFlags.NonPublic | BindingFlags.Instance)!;
                var swaps = 0;
                for (var turn = 0; turn < 1000; turn++)
                {
                    swaps += (bool)replace.Invoke(data, new object[] { turn % 2 == 0 ? "{NEXT}" : "{OTHER}", Array.Empty<string>(), (Action<Exception>)(_ => { }) })! ? 1 : 0;
                    // On a busy machine a thousand may pass before a reader's turn comes.
                    if (turn < 2)
                        SpinWait.SpinUntil(() => seen.Keys.Any(text => text.Contains(turn == 0 ? "<p>3</p>" : "<p>4</p>")), TimeSpan.FromMinutes(1));
                }

                isOver = true;
                readers.ForEach(reader => reader.Join());
                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
                return string.Join("\n", seen.Keys.Order(StringComparer.Ordinal).Prepend($"{swaps} swaps, the second state is {(first.TryGetTarget(out _) ? "kept" : "freed")}"));
            }

            // The state that the code was compiled with stays on purpose: its symbols are numbers in it. The one that follows does not.
            [MethodImpl(MethodImplOptions.NoInlining)]
            private static WeakReference<object> Remember()
            {
                var data = typeof(Catalog).GetField("_data", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
                _ = Catalog.Posts.Count;
                data.GetType().GetMethod("Replace", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(data, new object[] { "{FIRST}", Array.Empty<string>(), (Action<Exception>)(_ => { }) });
                return new(data.GetType().GetProperty("Current")!.GetValue(data)!);
            }

            private static void Read(CountdownEvent ready)
            {
                var isFirst = true;
                do
                {
                    var post = Catalog.Posts.HelloWorld;
                    seen.TryAdd($"{post.Title} {post.Body.Html} {post.Next?.Slug} {post.Author.Name} {post.Author.Posts.Count} {post.Next?.Previous?.Title}", 0);
                    if (isFirst)
                        ready.Signal();
                    isFirst = false;
                }
                while (!isOver);
            }
        }
        """;

    [Fact]
    public void A_crowd_of_readers_sees_whole_states_while_a_thousand_take_their_places()
    {
        using var folder = new TemporaryFolder();
        var probe = Crowd;
        foreach (var (name, body) in (ReadOnlySpan<(string, string)>)[("{FIRST}", "<p>2</p>"), ("{NEXT}", "<p>3</p>"), ("{OTHER}", "<p>4</p>")])
        {
            var file = folder.Full(name);
            using (var blob = File.Create(file))
                CatalogWriter.Write(Make(isLater: true, body), new CatalogOptions("MySite"), Stream.Null, blob);
            probe = probe.Replace(name, file.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var said = Run(Make(isLater: false), probe);

        Assert.Equal("""
            1000 swaps, the second state is freed
            After <p>2</p> new Emil 3 After
            After <p>3</p> new Emil 3 After
            After <p>4</p> new Emil 3 After
            """, said, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void All_of_it_changes_at_once_and_what_is_held_stays()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Full("next.content");
        using (var blob = File.Create(file))
            CatalogWriter.Write(Make(isLater: true), new CatalogOptions("MySite"), Stream.Null, blob);

        var said = Run(Make(isLater: false), Probe.Replace("{FILE}", file.Replace("\\", "\\\\", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Equal("""
            1
            1
            Before <p>1</p> gone Jane 2 After
            After <p>2</p> new Emil 3 After
            The entry 'gone' of 'posts' is not in the catalog: its article was removed, renamed or unpublished since the code was compiled. Build the project again.
            b
            The entry 'a' of 'notes' is not in the catalog: its article was removed, renamed or unpublished since the code was compiled. Build the project again.
            """, said, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Code_is_the_same_but_for_a_symbol_where_an_article_is_added()
    {
        var options = new CatalogOptions("MySite");
        var site = new SiteBuilder();
        var posts = site.Collection("posts", "Post", Field("title", ScalarKind.String));
        site.Add(posts, "b", String("B"));
        var before = Lines(site);
        site.Add(posts, "a", String("A"));
        var after = Lines(site);

        Assert.Equal(["public Post A => GetBySlug(\"a\");"], after.Except(before).Where(line => !line.StartsWith("///", StringComparison.Ordinal)));
        Assert.Empty(before.Except(after));

        string[] Lines(SiteBuilder of) =>
            [.. Encoding.UTF8.GetString(CatalogWriter.Prepare(of.Build(), options).Source.Span).Split('\n').Select(line => line.Trim())];
    }

    [Fact]
    public void A_file_beside_the_assembly_is_found_and_a_missing_or_foreign_one_is_named()
    {
        using var folder = new TemporaryFolder();
        var site = Make(isLater: false);
        using var compiler = new CSharpCompiler("Beside");
        Assert.Equal("", compiler.Add(site, new CatalogOptions("MySite")).WithoutResource().Compile());
        var assembly = folder.Full("Beside.dll");
        File.Copy(compiler.OutputFile, assembly);
        var file = folder.Full("Beside.content");

        Assert.Equal(
            $"The catalog of 'Beside' is missing: the assembly does not hold it, and '{Path.Combine(AppContext.BaseDirectory, "Beside.content")}' does not exist. " +
            "Build the project again, copy the file along with its assembly, or set the property ContentStorage to 'embedded'.", Ask(assembly));

        Write(new SiteBuilder().Build());
        Assert.Equal(
            $"'{file}' does not belong to the code of 'Beside': it was compiled for another assembly, or for content of another shape. " +
            "Rebuild the project that holds the catalog.", Ask(assembly));

        File.WriteAllText(file, "nothing");
        Assert.Equal($"'{file}' is not a compiled catalog. Rebuild the project that holds the catalog.", Ask(assembly));

        Write(site);
        Assert.Equal("2", Ask(assembly));

        void Write(Site other)
        {
            using var blob = File.Create(file);
            CatalogWriter.Write(other, new CatalogOptions("MySite"), Stream.Null, blob);
        }
    }

    /// <summary>How many posts the assembly finds, or why none.</summary>
    private static string Ask(string assembly)
    {
        var context = new System.Runtime.Loader.AssemblyLoadContext("beside", isCollectible: true);
        try
        {
            var catalog = context.LoadFromAssemblyPath(assembly).GetType("MySite.Catalog")!;
            return $"{((IReadOnlyCollection<IContentEntry>)catalog.GetProperty("Posts")!.GetValue(null)!).Count}";
        }
        catch (System.Reflection.TargetInvocationException failure) when (failure.InnerException is ContentException or InvalidDataException)
        {
            return failure.InnerException.Message;
        }
        finally
        {
            context.Unload();
        }
    }

    private static string Run(Site site, string probe)
    {
        using var compiler = new CSharpCompiler();
        return compiler.Add(site, new CatalogOptions("MySite")).Add("#pragma warning disable CS1591\n" + probe).Run();
    }

    private static Site Make(bool isLater, string laterBody = "<p>2</p>")
    {
        var site = new SiteBuilder();
        var posts = site.Collection("posts", "Post", Field("title", ScalarKind.String), Field("author", new ReferenceFieldType(1, "Author")));
        var authors = site.Collection("authors", "Author", Field("name", ScalarKind.String));
        var notes = site.Collection("notes", "Note", SymbolStyle.Ids);
        var author = new ResolvedReferenceValue(TextRange.FileStart, authors, isLater ? "emil" : "jane");
        site.Add(authors, "emil", String("Emil")).Add(authors, "jane", String("Jane"));
        if (isLater)
        {
            site.Add(posts, "a-first", String("First"), author);
            site.Add(posts, "hello-world", laterBody, String("After"), author).Add(posts, "new", String("New"), author);
            site.Add(notes, "0").Add(notes, "b");
        }
        else
        {
            site.Add(posts, "hello-world", "<p>1</p>", String("Before"), author).Add(posts, "gone", String("Gone"), author);
            site.Add(notes, "a").Add(notes, "b");
        }

        return site.Build();
    }
}
