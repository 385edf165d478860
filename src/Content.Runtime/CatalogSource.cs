using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>
/// Where a generated catalog has its state: a resource of the assembly, or the file beside it. Whatever a program reads hangs on the one
/// <see cref="Current"/> state, so that all of it changes at once where another takes its place. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CatalogSource
{
    private readonly Assembly assembly;
    private readonly CatalogKey key;
    private readonly Func<ContentCatalog, IReadOnlyList<IContentEntry>[]> create;
    private ContentCatalog? current;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="catalog">The generated class: its assembly is where the catalog belongs.</param>
    /// <param name="shape">What the code says of types and fields.</param>
    /// <param name="symbols">What the code says of the entries that it numbers.</param>
    /// <param name="create">Makes the collections of a state.</param>
    [CLSCompliant(false)]
    public CatalogSource(Type catalog, ulong shape, ulong symbols, Func<ContentCatalog, IReadOnlyList<IContentEntry>[]> create)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(create);
        assembly = catalog.Assembly;
        key = new CatalogKey(assembly.GetName().Name ?? "", shape, symbols);
        this.create = create;
    }

    /// <summary>The state of the catalog. One wins where threads race for the first, so an entry is the same object for all.</summary>
    /// <exception cref="ContentException">The catalog is missing, or was compiled for other code.</exception>
    /// <exception cref="InvalidDataException">The catalog is damaged.</exception>
    public ContentCatalog Current => Volatile.Read(ref current) ?? Load();

    /// <summary>Another state has taken the place of the last one.</summary>
    public event Action? Changed;

    /// <summary>
    /// Puts the catalog in <paramref name="file"/> in the place of the current one, and tells of it. Entries that are held keep the state that they are of.
    /// Where it cannot be read, the current one stays.
    /// </summary>
    /// <param name="file">The compiled catalog, absolute.</param>
    /// <param name="bodies">The files that hold the bodies, absolute, of which none is read twice; none where the catalog holds its bodies itself.</param>
    /// <param name="tellFailure">Gets what a handler of <see cref="Changed"/> throws.</param>
    /// <returns>Whether it is another one: not where the bytes are the same.</returns>
    /// <exception cref="ContentException">A file is missing, or was compiled for code of another shape.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    internal bool Replace(string file, IReadOnlyList<string> bodies, Action<Exception> tellFailure)
    {
        var last = Current;
        var next = new ContentCatalog(Read(file), $"'{file}'", key, create, last.Compiled ?? last, this, bodies.Count > 0 ? BodySegments.Of(bodies, last.Bodies, Read) : null);
        if (next.HasBytesOf(last))
            return false;
        Volatile.Write(ref current, next);
        Raise(Changed, tellFailure);
        return true;
    }

    /// <summary>Tells every handler, also those behind one that throws.</summary>
    internal static void Raise(Action? changed, Action<Exception> tellFailure)
    {
        foreach (var handler in changed?.GetInvocationList() ?? [])
        {
            try
            {
                ((Action)handler)();
            }
            // Reason: this thread is ours, and an exception that nobody catches would end the user's program.
            catch (Exception failure)
            {
                tellFailure(failure);
            }
        }
    }

    private ContentCatalog Load()
    {
        var loaded = Open(out var file);
        if (Interlocked.CompareExchange(ref current, loaded, null) is { } first)
            return first;
        if (file is not null)
            ContentLive.Follow(this, file);
        return loaded;
    }

    private ContentCatalog Open(out string? file)
    {
        file = null;
        // The resource first: an assembly that holds its catalog may lie beside what an earlier build left.
        if (assembly.GetManifestResourceStream(ResourceName) is { } resource)
            return new ContentCatalog(MappedBytes.Of(resource), $"The resource '{ResourceName}' of '{key.Assembly}'", key, create, source: this);
        file = FindFile();
        return new ContentCatalog(Read(file), $"'{file}'", key, create, source: this);
    }

    /// <summary>Beside the assembly, and otherwise beside the program: an assembly in a single file, or loaded from memory, has no place.</summary>
    [UnconditionalSuppressMessage("SingleFile", "IL3000", Justification = "Where there is no location, the program's folder is looked into.")]
    private string FindFile()
    {
        var name = key.Assembly + FileExtension;
        var beside = assembly.Location is { Length: > 0 } location ? Path.Combine(Path.GetDirectoryName(location)!, name) : null;
        return beside is not null && File.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, name);
    }

    private MappedBytes Read(string file)
    {
        try
        {
            // A copy, and not a view of the file: who cuts off a file that is mapped ends the program that reads it.
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            return MappedBytes.Of(stream);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ContentException(
                $"The catalog of '{key.Assembly}' is missing: the assembly does not hold it, and '{file}' does not exist. " +
                "Build the project again, copy the file along with its assembly, or set the property ContentStorage to 'embedded'.", failure);
        }
        catch (EndOfStreamException failure)
        {
            throw new InvalidDataException($"'{file}' became shorter while it was read. Start the program again when the build has ended.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ContentException($"The catalog of '{key.Assembly}' cannot be read: {failure.Message} Grant access to '{file}', and start the program again.", failure);
        }
    }
}

/// <summary>What ties code and blob together.</summary>
/// <param name="Assembly">The name of the assembly that the code is in.</param>
/// <param name="Shape">The same in both, or one misreads the other.</param>
/// <param name="Symbols">The same in both, or the numbers of the code mean other entries.</param>
internal readonly record struct CatalogKey(string Assembly, ulong Shape, ulong Symbols);
