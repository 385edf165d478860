using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Content.Package.Tests.Hosts;

/// <summary>Under <c>-mt</c> the task shares its process with other projects: it must leave alone what belongs to all of them.</summary>
public sealed class TaskHygiene
{
    private static readonly string[] forbidden =
    [
        "System.Console", "System.Environment.get_CurrentDirectory", "System.Environment.set_CurrentDirectory", "System.Environment.GetEnvironmentVariable",
        "System.Environment.SetEnvironmentVariable", "System.Environment.GetEnvironmentVariables", "System.Environment.Exit", "System.IO.Directory.GetCurrentDirectory",
        "System.IO.Directory.SetCurrentDirectory", "System.IO.Path.GetTempPath", "System.Globalization.CultureInfo.set_CurrentCulture",
    ];

    /// <summary>CheckExternalLinks, which is run by hand, reads the headers of hosts: tokens have no place in properties.</summary>
    [Theory]
    [InlineData("Content.Build", "System.Environment.GetEnvironmentVariables")]
    [InlineData("Content.Compiler")]
    public void Nothing_of_the_process_is_used(string assembly, params string[] allowed)
    {
        using var file = new PEReader(File.OpenRead(PathOf(assembly)));
        var metadata = file.GetMetadataReader();

        var used = metadata.MemberReferences.Select(handle => metadata.GetMemberReference(handle))
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => (Type: metadata.GetTypeReference((TypeReferenceHandle)member.Parent), Member: metadata.GetString(member.Name)))
            .Select(member => $"{metadata.GetString(member.Type.Namespace)}.{metadata.GetString(member.Type.Name)}.{member.Member}").ToList();

        Assert.Contains("System.IO.Path.GetFullPath", used);
        Assert.DoesNotContain(used, member => forbidden.Except(allowed).Any(name => member == name || member.StartsWith(name + ".", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Content.Build")]
    [InlineData("Content.Compiler")]
    public void Nothing_static_changes(string assembly)
    {
        using var file = new PEReader(File.OpenRead(PathOf(assembly)));
        var metadata = file.GetMetadataReader();

        var mutable = metadata.FieldDefinitions.Select(handle => metadata.GetFieldDefinition(handle))
            .Where(field => (field.Attributes & (FieldAttributes.Static | FieldAttributes.InitOnly | FieldAttributes.Literal)) == FieldAttributes.Static)
            .Select(field => (Type: metadata.GetString(metadata.GetTypeDefinition(field.GetDeclaringType()).Name), Name: metadata.GetString(field.Name)))
            // What the C# compiler keeps of lambdas is written once.
            .Where(field => !field.Type.StartsWith('<') && !field.Name.StartsWith('<'));

        Assert.Empty(mutable);
    }

    private static string PathOf(string assembly) =>
        Path.Combine(RepositoryRoot.Path, "src", "Content.Build", "bin", "Release", "net10.0", assembly + ".dll");
}
