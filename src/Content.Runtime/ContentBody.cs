using System.Buffers;
using System.Text;

namespace Content.Runtime;

/// <summary>
/// The rendered HTML of an entry, in place where the runtime mapped the catalog. Nothing is read or copied until it is asked for;
/// <see cref="Utf8"/> and <see cref="WriteTo(IBufferWriter{byte})"/> allocate nothing.
/// </summary>
public readonly struct ContentBody : IEquatable<ContentBody>
{
    private readonly ReadOnlyMemory<byte> utf8;

    internal ContentBody(ReadOnlyMemory<byte> utf8) => this.utf8 = utf8;

    /// <summary>The HTML as UTF-8, in place.</summary>
    public ReadOnlyMemory<byte> Utf8 => utf8;

    /// <summary>The length of the HTML in bytes of UTF-8.</summary>
    public int Length => utf8.Length;

    /// <summary>Whether there is nothing, as in a data entry.</summary>
    public bool IsEmpty => utf8.IsEmpty;

    /// <summary>The HTML as a new string. Prefer <see cref="WriteTo(IBufferWriter{byte})"/> where a response is written.</summary>
    public string Html => Encoding.UTF8.GetString(utf8.Span);

    /// <summary>
    /// The text alone, as a new string: tags, comments, scripts and styles left out, character references decoded,
    /// white space collapsed outside <c>pre</c>, a line for each block.
    /// </summary>
    public string Text => HtmlText.Extract(utf8.Span);

    /// <summary>Copies the HTML to a buffer, such as <c>Response.BodyWriter</c> of ASP.NET Core.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="writer"/> is null.</exception>
    public void WriteTo(IBufferWriter<byte> writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(utf8.Span);
    }

    /// <summary>Writes the HTML to a stream.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(utf8.Span);
    }

    /// <summary>Writes the HTML to a stream.</summary>
    public ValueTask WriteToAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return stream.WriteAsync(utf8, cancellationToken);
    }

    /// <summary>The HTML, as <see cref="Html"/>.</summary>
    public override string ToString() => Html;

    /// <summary>Whether both are the same HTML.</summary>
    public bool Equals(ContentBody other) => utf8.Span.SequenceEqual(other.utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContentBody other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(utf8.Span);
        return hash.ToHashCode();
    }

    /// <summary>Whether both are the same HTML.</summary>
    public static bool operator ==(ContentBody left, ContentBody right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    public static bool operator !=(ContentBody left, ContentBody right) => !left.Equals(right);
}
