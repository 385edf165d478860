using System.Text;

namespace Content.Compiler.Text;

/// <summary>One form for what different systems spell differently: macOS decomposes the letters of file names.</summary>
internal static class UnicodeText
{
    /// <summary><paramref name="text"/> in form C; itself where it has half a surrogate pair, which has no form.</summary>
    public static string Compose(string text) => Normalize(text, NormalizationForm.FormC);

    /// <summary>Likewise in form D: letters apart from their marks.</summary>
    public static string Decompose(string text) => Normalize(text, NormalizationForm.FormD);

    private static string Normalize(string text, NormalizationForm form)
    {
        if (Ascii.IsValid(text))
            return text;
        try
        {
            return text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
