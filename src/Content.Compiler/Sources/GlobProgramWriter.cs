using static Content.Compiler.Sources.GlobProgram;

namespace Content.Compiler.Sources;

/// <summary>Compiles a glob into the steps of a <see cref="GlobProgram"/>.</summary>
internal sealed class GlobProgramWriter(string pattern)
{
    /// <summary>The characters that brackets take the meaning from; the exclamation mark has one at the start of a glob.</summary>
    public const string Special = "*?{},[]!";

    private readonly List<Step> steps = [];
    private readonly Stack<Choice> open = new();

    public Step[] Write()
    {
        var closed = FindClosedBraces();
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '[' when IsEscape(pattern, index):
                    Add(Operation.Literal, pattern[index + 1]);
                    index += 2;
                    break;
                case '*' when StartsFolders(pattern, index) || StartsFoldersInChoice(index):
                    // Nothing, or anything that ends with a slash.
                    var fork = steps.Count;
                    Add(Operation.Fork, target: fork + 3);
                    Add(Operation.Deep);
                    Add(Operation.Literal, '/');
                    index += 2;
                    break;
                case '*' when index + 1 < pattern.Length && pattern[index + 1] == '*':
                    Add(Operation.Deep);
                    index++;
                    break;
                case '*':
                    Add(Operation.Run);
                    break;
                case '?':
                    Add(Operation.One);
                    break;
                case '{' when closed.Contains(index):
                    open.Push(new Choice(steps.Count, []));
                    Add(Operation.Fork);
                    break;
                case ',' when open.Count > 0:
                    NextChoice();
                    break;
                case '}' when open.Count > 0:
                    CloseChoice();
                    break;
                default:
                    Add(Operation.Literal, pattern[index]);
                    break;
            }
        }

        Add(Operation.End);
        return [.. steps];
    }

    /// <summary>Whether brackets around one character that would mean something stand here, such as <c>[{]</c>. Other brackets are their own.</summary>
    public static bool IsEscape(ReadOnlySpan<char> pattern, int index) =>
        index + 2 < pattern.Length && pattern[index] == '[' && pattern[index + 2] == ']' && Special.Contains(pattern[index + 1]);

    private bool StartsFoldersInChoice(int index) =>
        open.Count > 0 && pattern[index - 1] is '{' or ',' && pattern.AsSpan(index).StartsWith("**/");

    private void Add(Operation operation, char unit = default, int target = 0) => steps.Add(new Step(operation, unit, target));

    private void NextChoice()
    {
        var choice = open.Pop();
        choice.Ends.Add(steps.Count);
        Add(Operation.Jump);
        steps[choice.Fork] = steps[choice.Fork] with { Target = steps.Count };
        open.Push(choice with { Fork = steps.Count });
        Add(Operation.Fork);
    }

    private void CloseChoice()
    {
        var choice = open.Pop();
        steps[choice.Fork] = steps[choice.Fork] with { Operation = Operation.Jump, Target = choice.Fork + 1 };
        foreach (var end in choice.Ends)
            steps[end] = steps[end] with { Target = steps.Count };
    }

    /// <summary>The opening braces that are closed: the others stand for themselves.</summary>
    private HashSet<int> FindClosedBraces()
    {
        var pending = new Stack<int>();
        var closed = new HashSet<int>();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (IsEscape(pattern, index))
                index += 2;
            else if (pattern[index] == '{')
                pending.Push(index);
            else if (pattern[index] == '}' && pending.TryPop(out var opening))
                closed.Add(opening);
        }

        return closed;
    }

    private readonly record struct Choice(int Fork, List<int> Ends);
}
