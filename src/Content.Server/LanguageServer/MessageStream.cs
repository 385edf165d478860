using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace Content.Server.LanguageServer;

/// <summary>
/// Hands on the messages of a client that are whole, and drops what is between them: a header that is none, a length that is wrong, text that is no message.
/// The transport would end the connection at the first of these, and the editor would be without its server.
/// </summary>
internal sealed class MessageStream(Stream input, Action<string> log)
{
    private const string LengthHeader = "Content-Length:";

    /// <summary>Nobody sends a larger one; a length that claims more is wrong.</summary>
    private const int Longest = 256 * 1024 * 1024;

    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 0));
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <summary>What the transport reads.</summary>
    public Stream Messages => pipe.Reader.AsStream();

    /// <summary>Reads until the client has gone.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            while (await ReadMessageAsync(cancellation) is { } message)
            {
                if (!IsMessage(message.Span))
                    continue;
                var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{LengthHeader} {message.Length}\r\n\r\n"));
                await pipe.Writer.WriteAsync(header, cancellation);
                await pipe.Writer.WriteAsync(message, cancellation);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException)
        {
            log($"The client has gone: {gone.Message}");
        }
        finally
        {
            await pipe.Writer.CompleteAsync();
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReadMessageAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await ReadLengthAsync(cancellation) is not { } length)
                return null;
            while (end - start < length)
            {
                // Reason: of a length that is too large the next messages would be taken for the rest of this one: where another header shows and
                // what stands before it is whole, that was the message.
                if (FindHeader(start, out var next) && TryTake(next - start) is { } shorter)
                    return shorter;
                if (!await FillAsync(cancellation))
                    return null;
            }

            var message = buffer.AsMemory(start, length);
            if (IsJson(message.Span))
            {
                start += length;
                return message;
            }

            log("A message was dropped: it is not JSON, or its length is wrong.");
            // Reason: the next message may begin within what the wrong length claims.
        }
    }

    private ReadOnlyMemory<byte>? TryTake(int length)
    {
        var candidate = buffer.AsMemory(start, length);
        if (!IsJson(candidate.Span))
            return null;
        log("A message is shorter than its header says.");
        start += length;
        return candidate;
    }

    /// <summary>Skips to the next header and reads its length; null at the end.</summary>
    private async Task<int?> ReadLengthAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (FindHeader(start, out var header))
            {
                if (buffer.AsSpan(header, end - header).IndexOf("\r\n\r\n"u8) is var close and >= 0)
                {
                    var value = Encoding.ASCII.GetString(buffer, header + LengthHeader.Length, buffer.AsSpan(header, close).IndexOf((byte)'\r') is var line and > 0 ? line - LengthHeader.Length : close - LengthHeader.Length);
                    start = header + close + 4;
                    if (int.TryParse(value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= Longest)
                        return length;
                    log($"A message was dropped: its length is '{value.Trim()}'.");
                    continue;
                }

                // Reason: other headers are short; what goes on without an end is none.
                if (end - header > 8192)
                {
                    start = header + LengthHeader.Length;
                    continue;
                }
            }
            else
            {
                start = Math.Max(start, end - LengthHeader.Length);
            }

            if (!await FillAsync(cancellation))
                return null;
        }
    }

    private bool FindHeader(int from, out int header)
    {
        var found = buffer.AsSpan(from, end - from).IndexOf("Content-Length:"u8);
        header = from + found;
        return found >= 0;
    }

    private async Task<bool> FillAsync(CancellationToken cancellation)
    {
        if (end == buffer.Length)
        {
            var kept = end - start;
            var larger = kept > buffer.Length / 2 ? new byte[buffer.Length * 2] : buffer;
            buffer.AsSpan(start, kept).CopyTo(larger);
            (buffer, start, end) = (larger, 0, kept);
        }

        var read = await input.ReadAsync(buffer.AsMemory(end), cancellation);
        end += read;
        return read > 0;
    }

    private static bool IsJson(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 512 });
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether it is a request, a notification or an answer.</summary>
    private bool IsMessage(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = 512 });
        var (isVersioned, hasMethod, hasId, hasResult) = (false, false, false, false);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return Drop("it is no object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("jsonrpc"u8))
                isVersioned = reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
            else if (reader.ValueTextEquals("method"u8))
                hasMethod = reader.Read() && reader.TokenType == JsonTokenType.String;
            else if (reader.ValueTextEquals("id"u8))
                hasId = reader.Read() && reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
            else if (reader.ValueTextEquals("result"u8) || reader.ValueTextEquals("error"u8))
                hasResult = reader.Read();
            else if (reader.ValueTextEquals("params"u8))
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null))
                    return Drop("its params are neither an object nor a list");
            }
            else
                reader.Read();

            reader.Skip();
        }

        return isVersioned && (hasMethod || (hasId && hasResult)) || Drop("it is no message of JSON-RPC 2.0");
    }

    private bool Drop(string why)
    {
        log($"A message was dropped: {why}.");
        return false;
    }
}
