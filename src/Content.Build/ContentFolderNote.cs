using System.Globalization;
using System.Security;
using System.Text;

namespace Content.Build;

/// <summary>
/// A note for the next evaluation, which must not read content.json and yet ought not to go through thousands of articles:
/// which folders are content, and for which properties and which time of the file that holds.
/// </summary>
internal static class ContentFolderNote
{
    /// <summary>Writes the note where it says something else by now. It only saves time: where it cannot be written, nothing is wrong.</summary>
    public static void Write(string file, string root, string configuration, DateTime time, IReadOnlyCollection<string> folders)
    {
        var text = $"""
            <Project>
              <!-- Written by Content.Build, which reads it in Content.Build.props. -->
              <PropertyGroup>
                <_ContentNotedRoot>{Escape(root)}</_ContentNotedRoot>
                <_ContentNotedConfig>{Escape(configuration)}</_ContentNotedConfig>
                <_ContentNotedTime>{time.Ticks.ToString(CultureInfo.InvariantCulture)}</_ContentNotedTime>
                <_ContentNotedFolders>{string.Join(';', folders.Select(Escape))}</_ContentNotedFolders>
                <_ContentNotedFiles>{string.Join(';', folders.Select(folder => Escape(folder) + "/**"))}</_ContentNotedFiles>
              </PropertyGroup>
            </Project>

            """.ReplaceLineEndings("\n");
        try
        {
            if (File.Exists(file) && new FileInfo(file).Length == Encoding.UTF8.GetByteCount(text) && File.ReadAllText(file) == text)
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            // By rename, because another build may be reading it.
            var temporary = $"{file}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.tmp";
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // CompileContent writes into the same folder, and says so where it cannot.
        }
    }

    private static string Escape(string text) => SecurityElement.Escape(ItemText.Escape(text));
}
