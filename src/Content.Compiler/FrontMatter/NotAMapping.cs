namespace Content.Compiler.FrontMatter;

/// <summary>What is said where fields are expected and something else stands.</summary>
internal static class NotAMapping
{
    public static string Message(string what) => $"Fields are expected here, each a key with a value, but this is {what}.";
}
