using System.Collections.Immutable;
using System.Text;

namespace Content.Compiler.Application;

/// <summary>
/// A route as ASP.NET Core writes it: <c>/blog/{year:int}/{slug?}</c>, <c>/files/{*path}</c>. It answers a path if the literal segments are there, in any
/// case, and every parameter can have what stands in its place. A constraint that is not the framework's own is taken to hold.
/// </summary>
internal sealed class RouteTemplate
{
    private readonly ImmutableArray<RouteSegment> segments;

    private RouteTemplate(string text, ImmutableArray<RouteSegment> segments)
    {
        Text = text;
        this.segments = segments;
    }

    /// <summary>As written, with what the file's place adds.</summary>
    public string Text { get; }

    /// <summary>Whether it answers more than one path.</summary>
    public bool HasParameters => segments.Any(segment => segment.Parts.Any(part => part.IsParameter));

    /// <summary>Reads a template; null where it is not one, which the framework says itself.</summary>
    public static RouteTemplate? Parse(string text)
    {
        var segments = ImmutableArray.CreateBuilder<RouteSegment>();
        foreach (var segment in Split(text.StartsWith("~/", StringComparison.Ordinal) ? text[1..] : text))
        {
            if (segment.Length == 0)
                continue;
            if (RouteSegment.Parse(segment) is not { } parsed || segments.Count > 0 && segments[^1].IsCatchAll)
                return null;
            segments.Add(parsed);
        }

        return new RouteTemplate(text, segments.ToImmutable());
    }

    /// <summary>Whether it answers a decoded path without slashes at its ends.</summary>
    public bool IsMatch(string path)
    {
        var rest = path.AsSpan();
        for (var index = 0; index < segments.Length; index++)
        {
            var segment = segments[index];
            if (segment.IsCatchAll)
                return segment.IsMatchOfRest(rest);
            if (rest.IsEmpty)
            {
                if (!segment.IsOptional)
                    return false;
                continue;
            }

            var end = rest.IndexOf('/');
            if (!segment.IsMatch(end < 0 ? rest : rest[..end]))
                return false;
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        return rest.IsEmpty;
    }

    /// <summary>At slashes that stand in no parameter: a regular expression may have some.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var segment = new StringBuilder();
        var depth = 0;
        foreach (var unit in text)
        {
            depth += unit == '{' ? 1 : unit == '}' ? -1 : 0;
            if (unit == '/' && depth <= 0)
            {
                yield return segment.ToString();
                segment.Clear();
            }
            else
            {
                segment.Append(unit);
            }
        }

        yield return segment.ToString();
    }
}

/// <summary>What stands between two slashes of a route: literals and parameters.</summary>
/// <param name="Parts">In order.</param>
internal sealed record RouteSegment(ImmutableArray<RoutePart> Parts)
{
    /// <summary>Whether it takes all the rest of a path.</summary>
    public bool IsCatchAll => Parts is [{ IsCatchAll: true }];

    /// <summary>Whether the path may end before it.</summary>
    public bool IsOptional => Parts is [{ IsParameter: true, IsOptional: true }];

    public static RouteSegment? Parse(string text)
    {
        var parts = ImmutableArray.CreateBuilder<RoutePart>();
        var literal = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var isDoubled = at + 1 < text.Length && text[at + 1] == text[at];
            if (text[at] is '{' or '}' && isDoubled)
            {
                literal.Append(text[at++]);
            }
            else if (text[at] == '{')
            {
                var end = EndOfParameter(text, at + 1);
                if (end < 0)
                    return null;
                Flush();
                parts.Add(RoutePart.OfParameter(text[(at + 1)..end]));
                at = end;
            }
            else if (text[at] == '}')
            {
                return null;
            }
            else
            {
                literal.Append(text[at]);
            }
        }

        Flush();
        return new RouteSegment(parts.ToImmutable());

        void Flush()
        {
            if (literal.Length > 0)
                parts.Add(new RoutePart(literal.ToString(), IsParameter: false, IsCatchAll: false, IsOptional: false, []));
            literal.Clear();
        }
    }

    public bool IsMatchOfRest(ReadOnlySpan<char> rest) => (rest.IsEmpty || Holds(Parts[0], rest)) && (!rest.IsEmpty || !Parts[0].Constraints.Contains("required"));

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        if (Parts.Length == 1)
            return Parts[0].IsParameter ? Holds(Parts[0], text) : text.Equals(Parts[0].Text, StringComparison.OrdinalIgnoreCase);
        // Literals where they are first; what is between them is not empty. Of a name and its extension the last dot counts, but there is one in any case.
        var isOpen = false;
        for (var index = 0; index < Parts.Length; index++)
        {
            var part = Parts[index];
            if (part.IsParameter)
            {
                isOpen = true;
                continue;
            }

            // The separator before an optional parameter at the end goes with it.
            if (index == Parts.Length - 2 && Parts[^1] is { IsParameter: true, IsOptional: true } && text.IndexOf(part.Text, StringComparison.OrdinalIgnoreCase) < 0)
                return isOpen ? !text.IsEmpty : text.IsEmpty;
            var from = isOpen ? Math.Min(1, text.Length) : 0;
            var found = index == Parts.Length - 1
                ? text.EndsWith(part.Text, StringComparison.OrdinalIgnoreCase) ? text.Length - part.Text.Length - from : -1
                : text[from..].IndexOf(part.Text, StringComparison.OrdinalIgnoreCase);
            if (found < 0 || !isOpen && found > 0)
                return false;
            text = text[(from + found + part.Text.Length)..];
            isOpen = false;
        }

        return isOpen ? !text.IsEmpty : text.IsEmpty;
    }

    private static bool Holds(RoutePart part, ReadOnlySpan<char> value)
    {
        var text = value.ToString();
        return part.Constraints.All(constraint => RouteConstraint.Holds(constraint, text));
    }

    /// <summary>Where the parameter ends that starts at <paramref name="at"/>: doubled braces are those of a regular expression.</summary>
    private static int EndOfParameter(string text, int at)
    {
        for (; at < text.Length; at++)
        {
            if (text[at] is not ('{' or '}'))
                continue;
            if (at + 1 < text.Length && text[at + 1] == text[at])
                at++;
            else
                return text[at] == '}' ? at : -1;
        }

        return -1;
    }
}

/// <summary>A literal, or a parameter with its constraints.</summary>
internal sealed record RoutePart(string Text, bool IsParameter, bool IsCatchAll, bool IsOptional, ImmutableArray<string> Constraints)
{
    /// <summary>What stands between the braces: <c>*name:constraint:constraint(x)=default?</c>.</summary>
    public static RoutePart OfParameter(string text)
    {
        var name = text.TrimStart('*');
        var isCatchAll = name.Length < text.Length;
        var constraints = ImmutableArray.CreateBuilder<string>();
        var (depth, start, end) = (0, -1, name.Length);
        for (var at = 0; at < name.Length; at++)
        {
            depth += name[at] == '(' ? 1 : name[at] == ')' ? -1 : 0;
            if (depth > 0)
                continue;
            if (name[at] == '=')
            {
                end = at;
                break;
            }

            if (name[at] == ':')
            {
                if (start >= 0)
                    constraints.Add(name[start..at]);
                start = at + 1;
            }
        }

        var isOptional = end < name.Length || name.EndsWith('?');
        var last = end == name.Length && name.EndsWith('?') ? end - 1 : end;
        if (start >= 0 && start <= last)
            constraints.Add(name[start..last]);
        return new RoutePart(name, IsParameter: true, isCatchAll, isOptional, constraints.ToImmutable());
    }
}
