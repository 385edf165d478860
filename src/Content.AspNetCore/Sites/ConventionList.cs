using Microsoft.AspNetCore.Builder;

namespace Content.AspNetCore.Sites;

/// <summary>Several endpoints that take the same conventions.</summary>
internal sealed class ConventionList(params IEndpointConventionBuilder[] builders) : IEndpointConventionBuilder
{
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var builder in builders)
            builder.Add(convention);
    }

    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var builder in builders)
            builder.Finally(finallyConvention);
    }
}
