using System.Globalization;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Entries;

/// <summary>What a message calls a value: <c>'title'</c>, or <c>Item 2 of 'tags'</c>. Text only when there is a message.</summary>
/// <param name="Name">The key, or a path such as <c>extra.source</c>.</param>
/// <param name="Item">Counted from 0; -1 for the whole value.</param>
internal readonly record struct FieldLabel(string Name, int Item = -1)
{
    public override string ToString() => Item < 0
        ? Quoted.Text(Name)
        : string.Create(CultureInfo.InvariantCulture, $"Item {Item + 1} of {Quoted.Text(Name)}");
}
