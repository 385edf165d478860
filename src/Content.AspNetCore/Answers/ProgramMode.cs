using System.Collections.Concurrent;

namespace Content.AspNetCore.Answers;

/// <summary>How a program answers at the moment: for readers, for its author who follows the articles, or for an export.</summary>
internal sealed class ProgramMode
{
    /// <summary>Whether the program is being written to files, which show one state and follow nothing.</summary>
    public bool IsExporting { get; set; }

    /// <summary>Whether what the live script of a page asks for is mapped.</summary>
    public bool HasLive { get; set; }

    /// <summary>What pages threw during an export, by decoded path.</summary>
    public ConcurrentDictionary<string, string> Failures { get; } = new(StringComparer.Ordinal);
}
