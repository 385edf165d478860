namespace Content.Compiler.Catalogs;

/// <summary>What a project says about its generated code.</summary>
/// <param name="Namespace">The namespace; made a legal one if it is not. Empty is the global namespace.</param>
/// <param name="CatalogName">The name of the static class; made legal if it is not.</param>
/// <param name="IsPublic">Whether generated types are public or internal.</param>
public sealed record CatalogOptions(string Namespace = "", string CatalogName = "Catalog", bool IsPublic = true);
