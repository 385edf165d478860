using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>What a token of C# is, as far as it is told apart here.</summary>
internal enum CSharpTokenKind
{
    /// <summary>A name or a keyword, with its @.</summary>
    Word,

    /// <summary>A number, a character or a string, holes included.</summary>
    Literal,

    /// <summary>One character of punctuation.</summary>
    Sign,

    /// <summary>A comment, where they are asked for.</summary>
    Comment,

    /// <summary>A line that begins with a number sign.</summary>
    Directive,
}

/// <summary>A token of C#. Comments are none.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct CSharpToken(CSharpTokenKind Kind, TextSpan Span)
{
    /// <summary>Its text.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Span.Start, Span.Length);

    /// <summary>Whether it is this sign.</summary>
    public bool Is(string text, char sign) => Kind == CSharpTokenKind.Sign && text[Span.Start] == sign;

    /// <summary>Whether it is this word.</summary>
    public bool Is(string text, string word) => Kind == CSharpTokenKind.Word && Of(text).SequenceEqual(word);
}

/// <summary>What keeps a text from being cut into tokens.</summary>
/// <param name="Span">The sign that opens what nothing closes.</param>
/// <param name="Problem">What is wrong, to follow a colon.</param>
internal readonly record struct CSharpFault(TextSpan Span, string Problem);
