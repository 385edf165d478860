namespace Content.Compiler.FrontMatter;

/// <summary>How much metadata we are willing to read: no author comes near, and hostile input ends here.</summary>
internal static class MetadataLimits
{
    /// <summary>Lists and mappings within one another, the outermost counted.</summary>
    public const int Depth = 64;

    /// <summary>What is said where it gets deeper.</summary>
    public const string TooDeep = "Lists and mappings are nested more than 64 deep here. Flatten them.";
}
