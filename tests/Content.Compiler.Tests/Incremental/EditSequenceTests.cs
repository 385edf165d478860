using CsCheck;

namespace Content.Compiler.Tests.Incremental;

/// <summary>Whatever is done to a project, and in whatever order: after every step a build with a state says and writes what one without does.</summary>
public sealed class EditSequenceTests
{
    [Fact]
    public void Every_step_gives_what_a_build_from_scratch_gives()
    {
        var step = Gen.Select(Gen.Enum<Edit>(), Gen.Int[0, 5], Gen.Int[0, 50]);
        step.Array[1, 8].Sample(
            static steps =>
            {
                using var project = new EditedProject();
                project.AssertIsAsFromScratch();
                foreach (var (edit, target, variant) in steps)
                {
                    project.Apply(edit, target, variant);
                    project.AssertIsAsFromScratch();
                }
            },
            iter: 60,
            threads: 1);
    }
}
