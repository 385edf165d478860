using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.PackedFiles;

/// <summary>A package says nothing of the machine that packed it, and who packs the same sources gets the same bytes.</summary>
public sealed class Reproducible(PackageFeed feed)
{
    [Fact]
    public void No_file_holds_the_path_of_the_sources()
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(RepositoryRoot.Path), Encoding.Unicode.GetBytes(RepositoryRoot.Path)];
        foreach (string package in PackageMetadata.Packages)
        {
            using var archive = ZipFile.OpenRead(feed.PathOf(package));
            foreach (var entry in archive.Entries)
            {
                var bytes = feed.Read(package, entry.FullName);
                Assert.All(forms, form => Assert.True(bytes.AsSpan().IndexOf(form) < 0, $"{package}: {entry.FullName} holds {RepositoryRoot.Path}"));
            }
        }
    }

    [Theory]
    [InlineData("Content.Runtime", "lib/net8.0/Content.Runtime.dll")]
    [InlineData("Content.Build", "tasks/net10.0/Content.Compiler.dll")]
    [InlineData("Content.Build", "tasks/net10.0/Content.Build.dll")]
    public void Symbols_are_in_the_assembly_and_name_sources_by_no_machine_s_path(string package, string file)
    {
        using var assembly = new PEReader(new MemoryStream(feed.Read(package, file)));
        var entry = Assert.Single(assembly.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
        var reader = symbols.GetMetadataReader();
        var documents = reader.Documents.Select(handle => reader.GetString(reader.GetDocument(handle).Name)).ToArray();
        Assert.NotEmpty(documents);
        Assert.All(documents, name => Assert.StartsWith("/_", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Packing_again_makes_the_same_bytes()
    {
        var again = Path.Combine(feed.Folder, "again");
        foreach (string package in PackageMetadata.Packages)
        {
            var outcome = DotNet.Run(RepositoryRoot.Path, "pack", $"src/{package}", "-c", "Release", "--no-build", "-o", again, "-nologo", "-tl:off");
            Assert.True(outcome.ExitCode == 0, outcome.Output);
            Assert.True(
                File.ReadAllBytes(feed.PathOf(package)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(again, Path.GetFileName(feed.PathOf(package))))),
                $"{package} differs from one pack to the next.");
        }
    }

    [Fact]
    public void The_same_sources_in_two_folders_make_the_same_assembly() => Assert.Equal(BuildRuntimeIn("one"), BuildRuntimeIn("another folder"));

    private byte[] BuildRuntimeIn(string name)
    {
        var folder = feed.NewFolder(name);
        foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Path, "Directory.*.props").Concat([Path.Combine(RepositoryRoot.Path, "LICENSE"), Path.Combine(RepositoryRoot.Path, ".editorconfig")]))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Content.Runtime"), "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(RepositoryRoot.Path, file);
            if (relative.Split(Path.DirectorySeparatorChar) is [_, _, "bin" or "obj", ..])
                continue;
            var copy = Path.Combine(folder, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var outcome = DotNet.Run(folder, "build", "src/Content.Runtime", "-c", "Release", "-nologo", "-tl:off");
        Assert.True(outcome.ExitCode == 0, outcome.Output);
        return File.ReadAllBytes(Path.Combine(folder, "src", "Content.Runtime", "bin", "Release", "net8.0", "Content.Runtime.dll"));
    }
}
