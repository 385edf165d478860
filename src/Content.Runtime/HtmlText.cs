using System.Buffers;
using System.Net;
using System.Text;

namespace Content.Runtime;

/// <summary>The text of an HTML fragment, in one pass over it; text is never longer than its HTML, so it is written over what was read.</summary>
internal ref partial struct HtmlText
{
    private readonly Span<char> text;
    private int read;
    private int written;
    private int preformatted;
    private bool breakPending;
    private bool spacePending;

    private HtmlText(Span<char> text) => this.text = text;

    /// <summary>The text of <paramref name="html"/>.</summary>
    public static string Extract(ReadOnlySpan<byte> html)
    {
        if (html.IsEmpty)
            return "";
        var buffer = ArrayPool<char>.Shared.Rent(html.Length);
        try
        {
            var length = Encoding.UTF8.GetChars(html, buffer);
            var scan = new HtmlText(buffer.AsSpan(0, length));
            scan.Run();
            return new string(buffer, 0, scan.written);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private void Run()
    {
        while (read < text.Length)
        {
            var c = text[read];
            if (c == '<' && TrySkipMarkup())
                continue;
            read++;
            if (c == '&')
                AddReference();
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                AddWhiteSpace(c);
            else
                Add(c);
        }
    }

    private void AddWhiteSpace(char c)
    {
        if (preformatted == 0)
            spacePending = true;
        else if (c == '\n')
            AddPreformattedLine();
        else if (c != '\r')
            Add(c);
    }

    private void AddPreformattedLine()
    {
        // The line break that HTML ignores after <pre>, and a break that the block gives in any case, are not text.
        if (breakPending || written == 0)
            return;
        text[written++] = '\n';
    }

    private void Add(char c)
    {
        if (written > 0)
        {
            if (breakPending)
                text[written++] = '\n';
            else if (spacePending)
                text[written++] = ' ';
        }

        breakPending = spacePending = false;
        text[written++] = c;
    }

    private void AddReference()
    {
        var rest = text[read..];
        var end = rest[..Math.Min(rest.Length, 33)].IndexOf(';');
        if (end <= 0)
        {
            Add('&');
            return;
        }

        var reference = string.Concat("&", rest[..(end + 1)]);
        var decoded = WebUtility.HtmlDecode(reference);
        if (decoded == reference)
        {
            Add('&');
            return;
        }

        read += end + 1;
        foreach (var c in decoded)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                AddWhiteSpace(c);
            else
                Add(c);
        }
    }
}
