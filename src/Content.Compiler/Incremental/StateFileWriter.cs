using System.IO.Hashing;

namespace Content.Compiler.Incremental;

/// <summary>
/// Writes a state file beside the old one, and lets it take the old one's place when it is complete. The articles go first: they can be written
/// while the catalog is, of which the head then tells.
/// </summary>
internal sealed class StateFileWriter : IDisposable
{
    private readonly StateDirectory directory;
    private readonly string temporary;
    private readonly FileStream stream;
    private StatePart articlePart;

    public StateFileWriter(StateDirectory directory)
    {
        this.directory = directory;
        temporary = directory.TemporaryName(directory.StateFile);
        stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        stream.Position = StateFile.PrologueSize;
    }

    /// <summary>Writes the articles, which are sorted by path.</summary>
    public void WriteArticles(IReadOnlyList<StoredArticle> articles, BodyPlace[] places)
    {
        var hash = new Crc64();
        using var hashing = new HashingStream(stream, hash);
        StoredArticles.Write(hashing, articles, places);
        hashing.Flush();
        articlePart = new StatePart(hashing.Length, hash.GetCurrentHashAsUInt64());
    }

    /// <summary>Writes the head and replaces the old file.</summary>
    /// <param name="state">The head.</param>
    /// <param name="previous">What is mapped of the old file: it is closed first, because Windows replaces no file that is.</param>
    public void Complete(BuildState state, StoredArticles? previous)
    {
        var writer = new StateWriter();
        WriteHead(writer, state);
        stream.Write(writer.Written);
        var head = new StatePart(writer.Written.Length, Crc64.HashToUInt64(writer.Written));
        writer.Clear();
        writer.Int64(StateFile.Magic);
        foreach (var part in new[] { articlePart, head })
        {
            writer.Int64(part.Length);
            writer.Int64((long)part.Checksum);
        }

        stream.Position = 0;
        stream.Write(writer.Written);
        stream.Dispose();
        previous?.Dispose();
        File.Move(temporary, directory.StateFile, overwrite: true);
    }

    public void Dispose()
    {
        stream.Dispose();
        File.Delete(temporary);
    }

    private static void WriteHead(StateWriter writer, BuildState state)
    {
        writer.Hash(state.FactsKey);
        writer.Hash(state.OutputKey);
        writer.Hash(state.Fingerprint);
        writer.Boolean(state.IsRacy);
        writer.Hash(state.Apis);
        writer.Hash(state.Navigation);
        writer.List(state.Inputs, static (to, input) =>
        {
            to.String(input.Path);
            to.String(input.Place);
            to.Int64(input.Length);
            to.Int64(input.LastWriteTicks);
            to.Int64(input.FolderTicks);
        });
        writer.String(state.Root);
        writer.List(state.StaticFolders, static (to, folder) =>
        {
            to.String(folder.Folder);
            to.String(folder.At);
        });
        writer.List(state.Diagnostics, ArticleSerializer.WriteDiagnostic);
        writer.List(state.Suppressed, ArticleSerializer.WriteDiagnostic);
        writer.List(state.Assets, static (to, asset) =>
        {
            to.String(asset.Path);
            to.String(asset.Url);
        });
        writer.List(state.Outputs, static (to, output) =>
        {
            to.String(output.Name);
            to.Int64(output.Length);
            to.Int64(output.LastWriteTicks);
            to.Int64((long)output.Checksum);
        });
        writer.Int32(state.ArticleCount);
        writer.Int32(state.UnreachedArticles);
        writer.Int32(state.UnusedFiles);
        writer.Int64(state.BodyLength);
    }
}
