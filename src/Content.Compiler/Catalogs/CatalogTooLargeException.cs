namespace Content.Compiler.Catalogs;

/// <summary>The catalog outgrew 2 GB, the most that an embedded resource can hold.</summary>
public sealed class CatalogTooLargeException() : Exception("The compiled catalog is larger than 2 GB, the most that an assembly can embed.");
