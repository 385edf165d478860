using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>What a build depends on besides the files it lists.</summary>
/// <param name="Facts">What facts depend on: the compiler and the configuration.</param>
/// <param name="Output">That, and what the request says of the outputs.</param>
internal readonly record struct BuildKeys(ContentHash Facts, ContentHash Output)
{
    public static BuildKeys Of(CompilationRequest request, ContentHash configuration)
    {
        var facts = new Fingerprint()
            .Add(typeof(BuildKeys).Module.ModuleVersionId)
            .Add(configuration)
            .Add(Path.GetRelativePath(request.ProjectDirectory, request.ConfigurationFile))
            .Add(request.ConfigurationIsRequired ? 1 : 0)
            .Add(request.Root)
            .Value;
        var output = new Fingerprint()
            .Add(facts)
            .Add(request.Namespace)
            .Add(request.CatalogName)
            .Add(request.AssetBase)
            .Add(request.IsPublic ? 1 : 0)
            .Add(request.IncludeUnpublished ? 1 : 0)
            .Add(request.BuildDate.DayNumber)
            .Add(request.CheckLinks ? 1 : 0)
            .Add(request.CompilesSamples switch { null => 0, false => 1, true => 2 })
            .Add(request.Nullable)
            .Add(request.SchemaDirectory is { } schemas ? Path.GetRelativePath(request.OutputDirectory, schemas) : null)
            .Value;
        return new BuildKeys(facts, output);
    }
}
