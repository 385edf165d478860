using Content.Compiler.Configuration;
using Content.Compiler.Corrections;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Inference;
using Content.Compiler.Packages;
using Content.Compiler.Workspaces;

namespace Content.Compiler;

/// <summary>The compiler: from a project's articles to diagnostics, a C# catalog and its data.</summary>
public static class ContentCompiler
{
    /// <summary>
    /// Compiles what <paramref name="request"/> names. Whatever is wrong with the input ends in a diagnostic;
    /// outputs are written only where nothing is an error, each whole or not at all.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; nothing is half-written.</exception>
    public static CompilationResult Compile(CompilationRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new Compilation(request, cancellation).Run();
    }

    /// <summary>
    /// What a build has to know before it compiles. Nothing is said of what is wrong: <see cref="Compile"/> does. Where no build has left a state,
    /// the compiler warms up on another thread, if it may have one, while the host goes on to what comes in between.
    /// </summary>
    public static ContentSettings ReadSettings(CompilationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!File.Exists(StateDirectory.ForReading(request.OutputDirectory).StateFile))
            WarmUp.Begin(request.MaxParallelism);
        return ContentSettings.Of(request);
    }

    /// <summary>Writes the baseline: every fault that is there now and can be accepted; of a baseline that may only shrink, those that it had before.</summary>
    /// <param name="request">The project; <see cref="CompilationRequest.ShrinksBaseline"/> says whether the baseline may only shrink.</param>
    /// <param name="isReported">Whether the host reports a diagnostic at all: what it does not need not be accepted.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; nothing is written.</exception>
    public static AcceptedBaseline AcceptBaseline(CompilationRequest request, Predicate<Diagnostic> isReported, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(isReported);
        return BaselineFile.Accept(request, isReported, cancellation);
    }

    /// <summary>Writes <c>content.urls.txt</c>: the addresses of all published articles, and those that it had and that are still answered.</summary>
    /// <param name="request">The project.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; nothing is written.</exception>
    public static AcceptedAddresses AcceptAddresses(CompilationRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PublishedAddressFile.Accept(request, cancellation);
    }

    /// <summary>Looks at the README and the changelog of a package before it is made, and makes of them what is to be packed.</summary>
    public static PackageTexts CheckPackage(PackageTextRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return PackageText.Check(request);
    }

    /// <summary>
    /// The content folder, absolute, where the configuration asks when articles were last changed; else null. Who gets one reads the history of its files and names
    /// what it found as <see cref="CompilationRequest.HistoryFile"/>.
    /// </summary>
    public static string? FindHistoryRoot(CompilationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ConfigurationFile.Read(request).FindHistoryRoot(request);
    }

    /// <summary>Writes a first content.json from the files that are there; never over an existing one.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; nothing is written.</exception>
    public static InferenceResult Infer(InferenceRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return SchemaInference.Run(request, cancellation);
    }

    /// <summary>Writes into the articles what has one certain correction, and nothing else.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it; each file is either as it was or corrected.</exception>
    public static FixResult Fix(FixRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ContentFix.Run(request, cancellation);
    }
}
