using Microsoft.AspNetCore.Components;

namespace Content.Documentation.Tests;

/// <summary>What stands around the samples in a program that readers do not see. None of those that need it is run.</summary>
internal static class Around
{
    public static string[] args => [];

    public static WebApplicationBuilder builder => WebApplication.CreateSlimBuilder();

    public static WebApplication app => builder.Build();

    public static Post post => Catalog.Posts[0];

    public static HttpResponse response => new DefaultHttpContext().Response;

    internal sealed class PostPage : ComponentBase;

    internal sealed class InternalPage : ComponentBase;

    internal sealed class NotFoundPage : ComponentBase;
}
