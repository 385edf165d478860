using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Html;
using Content.Compiler.Routing;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>
/// Streams bodies out with the URLs of their links in place. No body is ever held twice: its length is known beforehand,
/// and its pieces go from where they lie to the stream by way of one buffer.
/// </summary>
internal sealed class BodyWriter(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 17];
    private int used;

    /// <summary>How many bytes the finished body of <paramref name="entry"/> has.</summary>
    public static int Measure(Entry entry)
    {
        if (entry.Article.Content is not { Body: var body })
            return 0;
        long length = body.Utf8.Length;
        foreach (var slot in body.Slots)
        {
            if (UrlOf(entry, slot) is { } url)
                length += AttributeEncoding.MeasureUtf8(url) - slot.Length;
            if (!entry.LinkImages.IsEmpty)
                length += ImageTag.AttributesBehind(entry, slot, body.Utf8.Span).Length;
        }

        return length <= int.MaxValue ? (int)length : throw new CatalogTooLargeException();
    }

    /// <summary>Writes the finished body of <paramref name="entry"/>.</summary>
    public void Write(Entry entry)
    {
        if (entry.Article.Content is not { Body: var body })
            return;
        var utf8 = body.Utf8.Span;
        var from = 0;
        foreach (var slot in body.Slots)
        {
            var end = slot.Offset + slot.Length;
            if (UrlOf(entry, slot) is { } url)
            {
                WriteBytes(utf8[from..slot.Offset]);
                WriteUrl(url);
                from = end;
            }

            if (!entry.LinkImages.IsEmpty && ImageTag.AttributesBehind(entry, slot, utf8) is { Length: > 0 } attributes)
            {
                WriteBytes(utf8[from..(end + 1)]);
                WriteBytes(Encoding.ASCII.GetBytes(attributes));
                from = end + 1;
            }
        }

        WriteBytes(utf8[from..]);
    }

    /// <summary>Writes bytes as they are.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > buffer.Length - used)
        {
            Flush();
            if (bytes.Length >= buffer.Length)
            {
                stream.Write(bytes);
                return;
            }
        }

        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    /// <summary>Hands what is buffered to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    private static string? UrlOf(Entry entry, LinkSlot slot) => (uint)slot.Link < (uint)entry.LinkUrls.Length ? entry.LinkUrls[slot.Link] : null;

    private void WriteUrl(string url)
    {
        if (AttributeEncoding.IsPlain(url) && url.Length <= buffer.Length)
        {
            if (url.Length > buffer.Length - used)
                Flush();
            used += Encoding.ASCII.GetBytes(url, buffer.AsSpan(used));
            return;
        }

        WriteBytes(Encoding.UTF8.GetBytes(AttributeEncoding.Encode(url)));
    }
}
