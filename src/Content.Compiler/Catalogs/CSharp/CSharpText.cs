using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>Source text while it grows, a line at a time, indented by the braces that are open.</summary>
internal sealed class CSharpText
{
    private readonly StringBuilder text = new(1 << 14);
    private int depth;

    public int Length => text.Length;

    /// <summary>Adds a line; none of its parts may hold a line break.</summary>
    public void Line(string line)
    {
        Indent();
        text.Append(line).Append('\n');
    }

    /// <summary>Adds a line, made in place.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] LineHandler line)
    {
        _ = line;
        text.Append('\n');
    }

    public void Blank() => text.Append('\n');

    public void Open()
    {
        Line("{");
        depth++;
    }

    public void Close(string after = "")
    {
        depth--;
        Line("}" + after);
    }

    public override string ToString() => text.ToString();

    private void Indent() => text.Append(' ', depth * 4);

    /// <summary>Appends the parts of a line to the text itself.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct LineHandler
    {
        private readonly StringBuilder text;

        public LineHandler(int literalLength, int formattedCount, CSharpText owner)
        {
            _ = (literalLength, formattedCount);
            text = owner.text;
            owner.Indent();
        }

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(string? part) => text.Append(part);

        public void AppendFormatted(int number) => text.Append(CultureInfo.InvariantCulture, $"{number}");
    }
}
