namespace Content.Compiler.Entries;

/// <summary>What came of reading a value.</summary>
internal enum FieldOutcome
{
    /// <summary>There is a value.</summary>
    Value,

    /// <summary>There is none: null where null may be, or nothing that the field's <c>match</c> matches.</summary>
    Absent,

    /// <summary>It is wrong, which has been reported; of a list or an object, there is what is left of it.</summary>
    Wrong,
}
