using System.Reflection;
using System.Runtime.Loader;

namespace Content.Compiler.Code;

/// <summary>
/// Colours code. What knows grammars is an assembly of its own, in a folder beside the compiler, and is loaded when the first block is coloured: so a build that
/// colours nothing loads no grammar and no native library. All highlighters share what that assembly has read.
/// </summary>
internal sealed class Highlighter
{
    private const string AssemblyName = "Content.Highlighting";
    private const string Folder = "highlighting";

    private static readonly Lazy<(Func<Highlight>? Create, string? Problem)> loaded = new(Load);

    private readonly Highlight highlight;

    private Highlighter(Highlight highlight) => this.highlight = highlight;

    private delegate IReadOnlyList<IReadOnlyList<(int End, string Classes)>>? Highlight(string language, IReadOnlyList<string> lines);

    /// <summary>A highlighter; null where there is none for this machine, which <paramref name="problem"/> says.</summary>
    public static Highlighter? Create(out string? problem)
    {
        problem = loaded.Value.Problem;
        if (loaded.Value.Create is not { } create)
            return null;
        try
        {
            return new Highlighter(create());
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            problem = failure.GetBaseException().Message;
            return null;
        }
    }

    /// <summary>
    /// For each line where its pieces end and what classes they have, the outer one first; null where the language has no grammar; empty where the code
    /// is too much for it.
    /// </summary>
    /// <param name="language">As the author names it.</param>
    /// <param name="lines">The code.</param>
    /// <param name="problem">Why nothing can be coloured on this machine.</param>
    public IReadOnlyList<IReadOnlyList<(int End, string Classes)>>? Run(string language, IReadOnlyList<string> lines, out string? problem)
    {
        problem = null;
        try
        {
            return highlight(language, lines);
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            problem = failure.GetBaseException().Message;
            return [];
        }
    }

    /// <summary>How a native library that is not there, or not for this machine, makes itself known.</summary>
    private static bool IsMissing(Exception failure) =>
        failure.GetBaseException() is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or FileNotFoundException or FileLoadException;

    private static (Func<Highlight>? Create, string? Problem) Load()
    {
        var here = Path.GetDirectoryName(typeof(Highlighter).Assembly.Location)!;
        // What is compiled ahead of time for one system lies one folder deeper, and only what is the same for all beside its deps.json.
        string[] folders = [Path.Combine(here, Folder), Path.Combine(Path.GetDirectoryName(here)!, Folder)];
        var dependencies = folders.Select(folder => Path.Combine(folder, AssemblyName + ".deps.json")).FirstOrDefault(File.Exists);
        if (dependencies is null)
            return (null, $"'{AssemblyName}.dll' is not beside the compiler.");
        try
        {
            var method = new HighlightingContext(folders[0], Path.ChangeExtension(Path.ChangeExtension(dependencies, null), ".dll")).LoadFromAssemblyName(new AssemblyName(AssemblyName)).GetType(AssemblyName + ".CodeHighlighter", throwOnError: true)!
                .GetMethod("Create", BindingFlags.Public | BindingFlags.Static)!;
            var create = method.CreateDelegate<Func<Func<string, IReadOnlyList<string>, IReadOnlyList<IReadOnlyList<(int, string)>>?>>>();
            return (() => new Highlight(create()), null);
        }
        catch (Exception failure) when (IsMissing(failure))
        {
            return (null, failure.GetBaseException().Message);
        }
    }

    /// <summary>Finds what the assembly needs by its deps.json, the native library for this system among it.</summary>
    /// <param name="compiled">The folder of what may be compiled ahead of time.</param>
    /// <param name="file">The assembly that has a deps.json.</param>
    private sealed class HighlightingContext(string compiled, string file) : AssemblyLoadContext(AssemblyName)
    {
        private readonly AssemblyDependencyResolver resolver = new(file);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var own = Path.Combine(compiled, assemblyName.Name + ".dll");
            var path = File.Exists(own) ? own : resolver.ResolveAssemblyToPath(assemblyName);
            return path is null ? null : LoadFromAssemblyPath(path);
        }

        protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
            resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : IntPtr.Zero;
    }
}
