namespace Content.Compiler.Paths;

/// <summary>How the destination of a link is to be understood.</summary>
public enum DestinationForm
{
    /// <summary>An address, as it is written.</summary>
    Written,

    /// <summary>An address that stands for what is written: a template expression was filled in.</summary>
    Address,

    /// <summary>The path of a file from the content root, in a dialect's own notation.</summary>
    FileFromRoot,

    /// <summary>The name of a page or file, or the end of its path, wherever it lies.</summary>
    Name,
}
