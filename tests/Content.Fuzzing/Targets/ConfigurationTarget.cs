using Content.Compiler.Configuration;

namespace Content.Fuzzing.Targets;

/// <summary>content.json: nothing throws, and whatever is wrong has a place.</summary>
internal static class ConfigurationTarget
{
    public static void Run(byte[] bytes)
    {
        if (FuzzText.Decode(bytes, "content.json") is not { Text: { } source })
            return;
        var reading = ConfigurationReader.Read(source);
        FuzzText.Check(source, reading.Diagnostics);
        FuzzFailureException.Unless(!reading.Configuration.Collections.IsDefault, "There is no configuration.");
    }
}
