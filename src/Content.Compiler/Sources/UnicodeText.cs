using System.Text;

namespace Content.Compiler.Sources;

/// <summary>One form for what different systems spell differently: macOS decomposes the letters of file names.</summary>
internal static class UnicodeText
{
    /// <summary><paramref name="text"/> in form C; itself where it has half a surrogate pair, which has no form.</summary>
    public static string Compose(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
