namespace Content.Compiler.Sources;

/// <summary>What files say. Safe to use from several threads at once.</summary>
internal interface ISourceTexts
{
    /// <summary>The text of a listed file, or why it cannot be had.</summary>
    SourceReading Read(FileMap files, SourceFile file);

    /// <summary>Whether an editor holds the text of a file, relative to the project folder: then it is there, whatever the disk has.</summary>
    bool IsOpen(string file);
}

/// <summary>What they say on disk.</summary>
internal sealed class FilesOnDisk : ISourceTexts
{
    public static FilesOnDisk Instance { get; } = new();

    private FilesOnDisk()
    {
    }

    public bool IsOpen(string file) => false;

    public SourceReading Read(FileMap files, SourceFile file) => SourceReader.Read(files.GetFullPath(file), file.File);
}
