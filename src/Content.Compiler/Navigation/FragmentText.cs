namespace Content.Compiler.Navigation;

/// <summary>The fragment of a destination, as it is written.</summary>
internal static class FragmentText
{
    /// <summary>What stands behind the number sign; null where there is none.</summary>
    public static string? Of(string destination) =>
        destination.IndexOf('#', StringComparison.Ordinal) is var sign and >= 0 ? destination[(sign + 1)..].TrimEnd() : null;

    /// <summary>Whether a fragment means this id: as written, or percent-decoded, or the id encoded.</summary>
    public static bool Means(string fragment, string id)
    {
        var directive = fragment.IndexOf(":~:", StringComparison.Ordinal);
        if (directive >= 0)
            fragment = fragment[..directive];
        return fragment == id || (fragment.Contains('%', StringComparison.Ordinal) && Uri.UnescapeDataString(fragment) == id)
            || (!System.Text.Ascii.IsValid(fragment) && Uri.EscapeDataString(fragment) == id);
    }
}
