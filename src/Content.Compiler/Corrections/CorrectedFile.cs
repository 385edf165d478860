using Content.Compiler.Incremental;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Corrections;

/// <summary>A file of the content root on its way to being corrected: the bytes that it had when it was judged, and the text that is to take their place.</summary>
internal sealed class CorrectedFile
{
    private readonly string fullPath;
    private readonly byte[] bytes;
    private readonly bool hasByteOrderMark;

    private CorrectedFile(string file, string fullPath, byte[] bytes, SourceText source)
    {
        File = file;
        this.fullPath = fullPath;
        this.bytes = bytes;
        hasByteOrderMark = bytes is [0xEF, 0xBB, 0xBF, ..];
        Source = source;
    }

    /// <summary>Relative to the project folder, with <c>/</c>.</summary>
    public string File { get; }

    /// <summary>The text as corrected so far.</summary>
    public SourceText Source { get; private set; }

    /// <summary>Everything that was corrected.</summary>
    public List<AppliedCorrection> Applied { get; } = [];

    /// <summary>Reads a file; null where it may not be corrected, with the <paramref name="reason"/>.</summary>
    /// <param name="files">The files that exist.</param>
    /// <param name="file">Which.</param>
    /// <param name="judged">The hash of the bytes that were judged.</param>
    /// <param name="reason">A clause about the file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static CorrectedFile? Read(FileMap files, SourceFile file, ContentHash judged, out string reason) =>
        Read(files, file, bytes => ContentHash.Of(bytes) == judged, out reason);

    /// <summary>Likewise of a file that is no article, whose bytes nobody has kept a hash of: it must be as old and as long as it was when it was listed.</summary>
    public static CorrectedFile? ReadOther(FileMap files, SourceFile file, out string reason) =>
        Read(files, file, bytes => bytes.LongLength == file.Length && System.IO.File.GetLastWriteTimeUtc(files.GetFullPath(file)).Ticks == file.LastWriteTicks, out reason);

    private static CorrectedFile? Read(FileMap files, SourceFile file, Predicate<byte[]> isJudged, out string reason)
    {
        var fullPath = files.GetFullPath(file);
        // Reason: a link is not replaced by a file, and what it leads to has a name of its own if it is content.
        if (!LiesWhereItIsNamed(files, file))
        {
            reason = "it is reached through a symbolic link";
            return null;
        }

        var bytes = RegularFile.ReadAllBytes(fullPath, SourceReader.MaxBytes);
        if (!isJudged(bytes) || SourceReader.Decode(file.File, bytes).Text is not { } source)
        {
            reason = "it changed in the meantime";
            return null;
        }

        reason = "";
        return new CorrectedFile(file.File, fullPath, bytes, source);
    }

    /// <summary>Takes the next text.</summary>
    public void Take(CorrectedText corrected)
    {
        Source = new SourceText(File, corrected.Text);
        Applied.AddRange(corrected.Applied);
    }

    /// <summary>Puts the text in the place of the file, whole or not at all, unless the file has changed since it was read.</summary>
    /// <returns>Whether it did.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public bool Write()
    {
        var info = new FileInfo(fullPath);
        if (info.IsReadOnly)
            throw new UnauthorizedAccessException("The file is read-only.");
        var temporary = Path.Combine(info.DirectoryName!, $".{OutputFile.TemporaryName(info.Name)}");
        try
        {
            var encoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: hasByteOrderMark, throwOnInvalidBytes: true);
            System.IO.File.WriteAllText(temporary, Source.Text, encoding);
            if (!OperatingSystem.IsWindows())
                System.IO.File.SetUnixFileMode(temporary, System.IO.File.GetUnixFileMode(fullPath));
            if (info.LinkTarget is not null || !RegularFile.ReadAllBytes(fullPath, SourceReader.MaxBytes).AsSpan().SequenceEqual(bytes))
                return false;
            // Reason: of the two only the first keeps what Windows knows of a file besides its bytes, and only the second needs nothing of the file system.
            if (OperatingSystem.IsWindows())
                System.IO.File.Replace(temporary, fullPath, destinationBackupFileName: null);
            else
                System.IO.File.Move(temporary, fullPath, overwrite: true);
            return true;
        }
        finally
        {
            System.IO.File.Delete(temporary);
        }
    }

    /// <summary>Whether there is no symbolic link between the content root and the file.</summary>
    private static bool LiesWhereItIsNamed(FileMap files, SourceFile file)
    {
        var root = Path.GetFullPath(files.Root, files.ProjectDirectory);
        return SymbolicLink.Resolve(root) is { } realRoot
            && SymbolicLink.Resolve(Path.Combine(root, file.Path)) == Path.Combine(realRoot, file.Path.Replace('/', Path.DirectorySeparatorChar));
    }
}
