using System.Text;

namespace Content.Runtime;

/// <summary>
/// The terms that differ from a word by one typing error: a letter too many, one missing, another one, or two in the wrong order. The sorted terms
/// are walked as the tree that they are: behind each beginning of the word only the letters are tried that follow it in some term.
/// </summary>
internal sealed class NearTerms(SearchIndex index, SearchedWord word)
{
    /// <summary>Shorter words have too many neighbours.</summary>
    private const int FewestLetters = 4;

    /// <summary>The look-ups for one word.</summary>
    private const int MostSeeks = 2500;

    private const int MostFound = 8;

    private readonly List<FoundTerm> found = [];
    private readonly byte[] variant = new byte[SearchWords.BufferSize];
    private int seeks;

    public IReadOnlyList<FoundTerm> Find()
    {
        ReadOnlySpan<byte> letters = word.Word;
        // Pairs of letters have no typing errors, and every letter of more than a byte may be another script's.
        var runes = Encoding.UTF8.GetString(letters).EnumerateRunes().ToArray();
        if (runes.Length < FewestLetters || letters.Length > SearchWords.LongestWord - 4)
            return found;
        var at = 0;
        for (var place = 0; place <= runes.Length && found.Count < MostFound && seeks < MostSeeks; place++)
        {
            var beginning = letters[..at];
            var cursor = Seek(beginning);
            if (!cursor.IsValid || !cursor.Term.StartsWith(beginning))
                break;
            var size = place < runes.Length ? runes[place].Utf8SequenceLength : 0;
            if (place < runes.Length)
                Try(beginning, default, letters[(at + size)..]);
            if (place + 1 < runes.Length)
                TrySwapped(beginning, letters.Slice(at, size), letters.Slice(at + size, runes[place + 1].Utf8SequenceLength), letters[(at + size + runes[place + 1].Utf8SequenceLength)..]);
            TryOtherLetters(cursor, at, size);
            at += size;
        }

        return found;
    }

    private void TryOtherLetters(SearchIndex.TermCursor cursor, int at, int size)
    {
        ReadOnlySpan<byte> letters = word.Word;
        Span<byte> next = stackalloc byte[SearchWords.BufferSize];
        letters[..at].CopyTo(next);
        while (cursor.IsValid && cursor.Term.StartsWith(letters[..at]) && found.Count < MostFound && seeks < MostSeeks)
        {
            if (cursor.Term.Length == at)
            {
                cursor.MoveNext();
                continue;
            }

            if (Rune.DecodeFromUtf8(cursor.Term[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done || rune.Value >= 0x2E80)
                return;
            var letter = cursor.Term.Slice(at, length);
            if (!letters[at..].StartsWith(letter))
            {
                if (size > 0)
                    Try(letters[..at], letter, letters[(at + size)..]);
                Try(letters[..at], letter, letters[at..]);
            }

            // Behind every term that goes on with this letter.
            letter.CopyTo(next[at..]);
            next[at + length - 1]++;
            cursor = Seek(next[..(at + length)]);
        }
    }

    private void TrySwapped(ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> end)
    {
        Span<byte> swapped = stackalloc byte[8];
        second.CopyTo(swapped);
        first.CopyTo(swapped[second.Length..]);
        Try(beginning, swapped[..(first.Length + second.Length)], end);
    }

    private void Try(ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> middle, ReadOnlySpan<byte> end)
    {
        var length = beginning.Length + middle.Length + end.Length;
        beginning.CopyTo(variant);
        middle.CopyTo(variant.AsSpan(beginning.Length));
        end.CopyTo(variant.AsSpan(beginning.Length + middle.Length));
        var wanted = variant.AsSpan(0, length);
        var cursor = Seek(wanted);
        while (cursor.IsValid && found.Count < MostFound && (cursor.Term.SequenceEqual(wanted) || word.IsLast && cursor.Term.StartsWith(wanted)))
        {
            var isKnown = false;
            foreach (var known in found)
                isKnown |= cursor.Term.SequenceEqual(known.Term);
            if (!isKnown)
                found.Add(cursor.Keep());
            cursor.MoveNext();
        }
    }

    private SearchIndex.TermCursor Seek(ReadOnlySpan<byte> word)
    {
        seeks++;
        return index.Seek(word);
    }
}
