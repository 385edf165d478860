namespace Content.AspNetCore;

/// <summary>What <c>/llms.txt</c> says of the site.</summary>
public sealed class ContentForAgents
{
    /// <summary>The first heading; the name of the program where it is not set.</summary>
    public string? Title { get; set; }

    /// <summary>A sentence or two about the site.</summary>
    public string? Summary { get; set; }
}
