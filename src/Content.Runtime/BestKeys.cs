namespace Content.Runtime;

/// <summary>
/// The largest of many keys, in a heap whose root is the least of them. Not <c>PriorityQueue</c>, of which the runtime has to compile one for every pair of types when
/// a program first searches.
/// </summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestKeys(int most)
{
    private long[] keys = new long[Math.Clamp(most, 0, 64)];

    public int Count { get; private set; }

    /// <summary>Keeps a key, if it is among the largest so far.</summary>
    public void Add(long key)
    {
        if (Count < most)
        {
            if (Count == keys.Length)
                Array.Resize(ref keys, Math.Max(16, Count * 2));
            var place = Count++;
            for (; place > 0 && keys[(place - 1) / 2] > key; place = (place - 1) / 2)
                keys[place] = keys[(place - 1) / 2];
            keys[place] = key;
        }
        else if (most > 0 && key > keys[0])
        {
            Sink(key);
        }
    }

    /// <summary>Those that were kept, the largest first; none is kept any longer.</summary>
    public long[] Take()
    {
        var taken = new long[Count];
        while (Count > 0)
        {
            taken[Count - 1] = keys[0];
            var last = keys[--Count];
            if (Count > 0)
                Sink(last);
        }

        return taken;
    }

    /// <summary>Puts a key in the place of the least.</summary>
    private void Sink(long key)
    {
        var place = 0;
        for (var child = 1; child < Count; child = 2 * place + 1)
        {
            if (child + 1 < Count && keys[child + 1] < keys[child])
                child++;
            if (keys[child] >= key)
                break;
            keys[place] = keys[child];
            place = child;
        }

        keys[place] = key;
    }
}
