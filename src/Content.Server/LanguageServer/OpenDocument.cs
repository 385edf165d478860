using Content.Compiler.Text;
using Content.Server.LanguageServer.Protocol;

namespace Content.Server.LanguageServer;

/// <summary>A text that a client holds open. Immutable: a change makes another.</summary>
/// <param name="Uri">As the client names it.</param>
/// <param name="Path">Absolute.</param>
/// <param name="Version">As the client counts.</param>
/// <param name="Source">The text.</param>
internal sealed record OpenDocument(string Uri, string Path, int Version, SourceText Source)
{
    /// <summary>The document after some changes, each to what the one before it made.</summary>
    public OpenDocument Change(int version, IEnumerable<TextDocumentContentChangeEvent> changes, PositionEncoding encoding)
    {
        var source = Source;
        foreach (var change in changes)
        {
            var text = change.Text ?? "";
            if (change.Range is not { } range)
            {
                source = new SourceText(Path, text);
                continue;
            }

            var start = encoding.ToOffset(source, range.Start);
            var end = Math.Max(start, encoding.ToOffset(source, range.End));
            source = new SourceText(Path, string.Concat(source.Text.AsSpan(0, start), text, source.Text.AsSpan(end)));
        }

        return this with { Version = version, Source = source };
    }
}
