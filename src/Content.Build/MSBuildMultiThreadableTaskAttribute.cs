namespace Microsoft.Build.Framework;

/// <summary>
/// Lets <c>-mt</c> run a task in process. MSBuild knows the attribute by this full name, from any assembly,
/// so that a task built against an MSBuild that lacks it can carry a copy.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class MSBuildMultiThreadableTaskAttribute : Attribute;
