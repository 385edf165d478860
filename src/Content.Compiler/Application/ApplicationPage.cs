using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Application;

/// <summary>What a <c>.razor</c> or <c>.cshtml</c> file says, on its own.</summary>
/// <param name="File">Relative to the project folder, with <c>/</c>.</param>
/// <param name="IsComponent">Whether it is a <c>.razor</c> file, whose relative links count from the root of the site.</param>
/// <param name="Routes">The addresses that it answers.</param>
/// <param name="Links">Its links, but for those that C# makes.</param>
/// <param name="Suppressions">Its suppression comments.</param>
/// <param name="Diagnostics">What is wrong with these, or why the file could not be read.</param>
internal sealed record ApplicationPage(
    string File, bool IsComponent, ImmutableArray<RouteTemplate> Routes, ImmutableArray<Link> Links, ImmutableArray<Suppression> Suppressions, ImmutableArray<Diagnostic> Diagnostics);
