using System.Buffers;

namespace Content.Compiler.Sources;

/// <summary>
/// Any glob, with choices within choices and <c>**</c> within segments, as a small automaton whose states are all followed at once, so that no pattern, however hostile, takes more
/// than its length times the path's.
/// </summary>
internal sealed class GlobProgram
{
    private readonly Step[] steps;

    public GlobProgram(string pattern)
    {
        steps = new GlobProgramWriter(pattern).Write();
        Prefix = string.Concat(steps.TakeWhile(step => step.Operation == Operation.Literal).Select(step => step.Unit));
    }

    /// <summary>What every match begins with: the pattern up to its first wildcard.</summary>
    public string Prefix { get; }

    internal enum Operation
    {
        /// <summary>One given unit, then the next step.</summary>
        Literal,

        /// <summary>One unit other than a slash, then the next step.</summary>
        One,

        /// <summary>Units other than a slash while they last, or the next step.</summary>
        Run,

        /// <summary>Any units while they last, or the next step.</summary>
        Deep,

        /// <summary>The next step, or the target.</summary>
        Fork,

        /// <summary>The target.</summary>
        Jump,

        /// <summary>The end of the pattern.</summary>
        End,
    }

    /// <summary>Whether <c>**/</c> stands at <paramref name="index"/>, at the start of a segment: any number of folders.</summary>
    public static bool StartsFolders(ReadOnlySpan<char> pattern, int index) =>
        (index == 0 || pattern[index - 1] == '/') && pattern[index..].StartsWith("**/");

    /// <summary>Whether the whole path matches.</summary>
    /// <param name="path">With <c>/</c>.</param>
    /// <param name="guardsNames">Whether wildcards stop before the names that <see cref="HiddenNames"/> guards.</param>
    public bool IsMatch(ReadOnlySpan<char> path, bool guardsNames)
    {
        if (!path.StartsWith(Prefix))
            return false;
        var rented = ArrayPool<int>.Shared.Rent(4 * steps.Length);
        var current = new StateSet(rented.AsSpan(0, steps.Length), rented.AsSpan(steps.Length, steps.Length));
        var next = new StateSet(rented.AsSpan(2 * steps.Length, steps.Length), rented.AsSpan(3 * steps.Length, steps.Length));
        Follow(ref current, 0);
        var guarded = 0;
        for (var index = 0; index < path.Length && current.Count > 0; index++)
        {
            var unit = path[index];
            if (guardsNames && (index == 0 || path[index - 1] == '/'))
                guarded = index + HiddenNames.GuardedLength(path[index..]);
            next.Clear();
            foreach (var state in current.States)
            {
                var step = steps[state];
                switch (step.Operation)
                {
                    case Operation.Literal when step.Unit == unit:
                    case Operation.One when unit != '/' && index >= guarded:
                        Follow(ref next, state + 1);
                        break;
                    case Operation.Run when unit != '/' && index >= guarded:
                    case Operation.Deep when index >= guarded:
                        Follow(ref next, state);
                        break;
                }
            }

            var spent = current;
            current = next;
            next = spent;
        }

        var matches = current.Contains(steps.Length - 1);
        ArrayPool<int>.Shared.Return(rented);
        return matches;
    }

    /// <summary>Adds a state and all that are reached from it without reading on. The set itself is the list of work.</summary>
    private void Follow(ref StateSet set, int state)
    {
        var done = set.Count;
        set.Add(state);
        for (; done < set.Count; done++)
        {
            var reached = set.States[done];
            var step = steps[reached];
            if (step.Operation is Operation.Run or Operation.Deep or Operation.Fork)
                set.Add(reached + 1);
            if (step.Operation is Operation.Fork or Operation.Jump)
                set.Add(step.Target);
        }
    }

    internal readonly record struct Step(Operation Operation, char Unit, int Target);

    /// <summary>States without repeats; membership is looked up in an index that needs no clearing.</summary>
    private ref struct StateSet(Span<int> dense, Span<int> sparse)
    {
        private readonly Span<int> dense = dense;
        private readonly Span<int> sparse = sparse;

        public int Count { get; private set; }

        public readonly ReadOnlySpan<int> States => dense[..Count];

        public readonly bool Contains(int state) => (uint)sparse[state] < (uint)Count && dense[sparse[state]] == state;

        public void Clear() => Count = 0;

        public void Add(int state)
        {
            if (Contains(state))
                return;
            sparse[state] = Count;
            dense[Count++] = state;
        }
    }
}
