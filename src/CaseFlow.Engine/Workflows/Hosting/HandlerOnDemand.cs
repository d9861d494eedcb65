namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// A handler that is made when its work is first asked for: a host whose workflows have nothing to do with cases needs
/// no pack for them.
/// </summary>
internal sealed class HandlerOnDemand(string kind, Func<IWorkHandler> make) : IWorkHandler
{
    private readonly Lazy<IWorkHandler> _made = new(make, LazyThreadSafetyMode.PublicationOnly);

    public string Kind { get; } = kind;

    public ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken) =>
        _made.Value.DoAsync(request, cancellationToken);
}
