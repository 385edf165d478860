using System.Text;

namespace Content.Build.ExternalLinks;

/// <summary>The beginning of a page, as text.</summary>
/// <param name="Text">Decoded.</param>
/// <param name="IsCutOff">Whether there was more.</param>
internal sealed record PageBody(string Text, bool IsCutOff)
{
    // Reason: the fragment of a longer page is rarely worth the traffic.
    private const int Most = 2 * 1024 * 1024;

    /// <summary>Whether a response holds HTML; what does not say what it holds is taken for it.</summary>
    public static bool IsHtml(HttpContent content) =>
        content.Headers.ContentType?.MediaType is not { } type
        || type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
        || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads at most 2 MB, unpacked.</summary>
    public static async Task<PageBody> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        using var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
            {
                if (length == Most)
                    return new PageBody(Decode(buffer, content), IsCutOff: true);
                Array.Resize(ref buffer, Math.Min(Most, length * 2));
            }

            var read = await ReadAsync(stream, buffer.AsMemory(length), cancellation).ConfigureAwait(false);
            if (read == 0)
                return new PageBody(Decode(buffer.AsSpan(0, length), content), IsCutOff: false);
            length += read;
        }
    }

    private static async ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellation)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false);
        }
        catch (Exception damage) when (damage is InvalidDataException or InvalidOperationException)
        {
            // What the decoders of gzip and of Brotli throw where there is neither.
            throw new IOException("The body is not packed as it says.", damage);
        }
    }

    private static string Decode(ReadOnlySpan<byte> bytes, HttpContent content)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(bytes);
        try
        {
            if (content.Headers.ContentType?.CharSet?.Trim('"') is { Length: > 0 } name)
                return Encoding.GetEncoding(name).GetString(bytes);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // A charset that is not known here, or too dangerous; ids are ASCII nearly everywhere.
        }

        return Encoding.UTF8.GetString(bytes);
    }
}
