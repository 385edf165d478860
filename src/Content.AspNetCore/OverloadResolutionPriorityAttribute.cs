namespace System.Runtime.CompilerServices;

/// <summary>Says which overload is meant where a lambda fits several, as one that only throws does. The C# compiler knows it by name; .NET has it from version 9 on.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    public int Priority { get; } = priority;
}
