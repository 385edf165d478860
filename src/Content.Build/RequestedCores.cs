using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Cores that MSBuild lets the task use, given back when it is done.</summary>
internal sealed class RequestedCores : IDisposable
{
    private readonly IBuildEngine9? engine;

    private RequestedCores(IBuildEngine9? engine, int cores)
    {
        this.engine = engine;
        Cores = cores;
    }

    /// <summary>At least 1.</summary>
    public int Cores { get; }

    /// <summary>Asks for as many cores as the machine has.</summary>
    public static RequestedCores Request(IBuildEngine engine)
    {
        if (engine is not IBuildEngine9 scheduler)
            return new(null, 1);
        try
        {
            return new(scheduler, Math.Max(1, scheduler.RequestCores(Environment.ProcessorCount)));
        }
        catch (NotImplementedException)
        {
            // The host of tasks that run out of process has no scheduler to ask.
            return new(null, Environment.ProcessorCount);
        }
    }

    public void Dispose() => engine?.ReleaseCores(Cores);
}
