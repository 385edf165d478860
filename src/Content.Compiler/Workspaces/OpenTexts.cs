using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>Texts that an editor holds and that count instead of the disk's. Immutable.</summary>
/// <param name="ByFile">By path relative to the project folder, with <c>/</c>.</param>
internal sealed record OpenTexts(ImmutableDictionary<string, OpenText> ByFile) : ISourceTexts
{
    public static OpenTexts None { get; } = new(ImmutableDictionary.Create<string, OpenText>(StringComparer.Ordinal));

    public OpenTexts With(string file, OpenText text) => new(ByFile.SetItem(file, text));

    public OpenTexts Without(string file) => new(ByFile.Remove(file));

    /// <summary>The files of <paramref name="map"/> as they are while the texts are open: an open article that was never saved exists.</summary>
    public FileMap Cover(FileMap map)
    {
        if (ByFile.IsEmpty)
            return map;
        var prefix = map.Root.Length == 0 ? "" : map.Root + "/";
        var covered = new List<SourceFile>();
        foreach (var (file, text) in ByFile)
        {
            if (!file.StartsWith(prefix, StringComparison.Ordinal))
                continue;
            var path = file[prefix.Length..];
            var listed = map.Find(path);
            // Reason: what is behind a link out of the root stays behind it, whoever has it open.
            if (listed is null ? !map.IsBehindLinkOut(path) : listed.Reach == FileReach.Inside)
                covered.Add(new SourceFile(path, file, text.Bytes.Length, text.Stamp));
        }

        return map.With(covered);
    }

    /// <summary>The text of a file where it is open, or null.</summary>
    public SourceReading? Read(string file) => ByFile.TryGetValue(file, out var open) ? open.Read(file) : null;

    public bool IsOpen(string file) => ByFile.ContainsKey(file);

    public SourceReading Read(FileMap files, SourceFile file) => Read(file.File) ?? FilesOnDisk.Instance.Read(files, file);
}

/// <summary>The text of a file that is open in an editor.</summary>
/// <param name="text">All of it.</param>
/// <param name="number">Counts the texts that the workspace was given, from 1.</param>
internal sealed class OpenText(string text, long number)
{
    /// <summary>As saving it would write them; half a surrogate is written as U+FFFD.</summary>
    public byte[] Bytes { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>Stands where the disk has the time of the last write, and is below every time there is: so no text is taken for a file or for another text.</summary>
    public long Stamp { get; } = -number;

    public SourceReading Read(string file) => SourceReader.Decode(file, Bytes);
}
