using Content.Compiler.Tests.Incremental;
using Content.Compiler.Workspaces;
using CsCheck;

namespace Content.Compiler.Tests.Workspaces;

/// <summary>Whatever is done to a project, and in whatever order: every snapshot says and makes what a compilation from nothing does.</summary>
public sealed class WorkspaceEditTests
{
    // Reason: what a request says besides the date is for the life of a workspace, and outputs are not its own.
    private static readonly Edit[] edits =
    [
        Edit.Write, Edit.WriteAnew, Edit.Delete, Edit.Rename, Edit.BackDate, Edit.Swap, Edit.Touch, Edit.Configure, Edit.NextDay, Edit.Asset, Edit.Folder, Edit.Nothing,
    ];

    [Fact]
    public void A_snapshot_after_each_of_many_edits_is_what_a_build_would_make()
    {
        var step = Gen.Select(Gen.Int[0, edits.Length - 1], Gen.Int[0, 5], Gen.Int[0, 50], Gen.Int[0, 3]);
        step.Array[1, 12].Sample(
            static steps =>
            {
                using var project = new EditedProject();
                var workspace = new Workspace(project.Request);
                project.AssertIsAsFromScratch(workspace.Update(TestContext.Current.CancellationToken));
                foreach (var (kind, target, variant, way) in steps)
                {
                    var touched = project.Apply(edits[kind], target, variant);
                    workspace.BuildDate = project.Request.BuildDate;
                    // Told by a watcher more often than looking at everything; never told of what a watcher sees as well.
                    var snapshot = way == 0
                        ? workspace.Update(TestContext.Current.CancellationToken)
                        : workspace.Update(touched, TestContext.Current.CancellationToken);
                    project.AssertIsAsFromScratch(snapshot);
                }
            },
            iter: 120,
            threads: 1);
    }

    /// <summary>An editor's text counts as if it were saved: compared with a build of files that hold it.</summary>
    [Fact]
    public void A_snapshot_with_open_texts_is_what_a_build_of_saved_texts_would_make()
    {
        var step = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 50], Gen.Int[0, 3]);
        step.Array[1, 12].Sample(
            static steps =>
            {
                using var project = new EditedProject();
                using var saved = new EditedProject();
                var workspace = new Workspace(project.Request);
                workspace.Update(TestContext.Current.CancellationToken);
                var open = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (target, variant, action) in steps)
                {
                    var path = EditedProject.PathOf(target);
                    if (action == 0)
                    {
                        open.Remove(path);
                        workspace.Close(path);
                        File.Delete(saved.Full(path));
                        if (File.Exists(project.Full(path)))
                            File.Copy(project.Full(path), saved.Full(path));
                    }
                    else if (action == 1)
                    {
                        project.Apply(Edit.Write, target, variant);
                        if (!open.ContainsKey(path))
                            saved.Apply(Edit.Write, target, variant);
                    }
                    else
                    {
                        var text = EditedProject.TextOf(target, variant);
                        text = action == 2 ? text : text[..(text.Length * (variant % 7) / 7)];
                        open[path] = text;
                        workspace.Open(path, text);
                        Directory.CreateDirectory(Path.GetDirectoryName(saved.Full(path))!);
                        File.WriteAllText(saved.Full(path), text);
                    }

                    var snapshot = workspace.Update([project.Full(path)], TestContext.Current.CancellationToken);
                    saved.AssertIsAsFromScratch(snapshot);
                }
            },
            iter: 120,
            threads: 1);
    }
}
