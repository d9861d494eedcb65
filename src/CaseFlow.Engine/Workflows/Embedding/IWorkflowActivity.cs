using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Workflows.Embedding;

/// <summary>
/// An embedder's own activity. Definitions use it under its type's name. The instance is committed first; then an
/// object of the class is made by the service provider, in a scope of its own, and does the work; then the instance
/// goes on with what came of it. A host that dies in between does the work again under the same key.
/// </summary>
public interface IWorkflowActivity
{
    /// <summary>How definitions use it.</summary>
    static abstract WorkflowActivityType Declaration { get; }

    /// <summary>
    /// Does the work. It may come again under the same <see cref="WorkflowActivityCall.EffectKey"/>: what it does under
    /// that key must happen once. An exception means that it may succeed later: it is tried again, with longer and
    /// longer waits, and in the end is an incident.
    /// </summary>
    ValueTask<WorkflowActivityAnswer> ExecuteAsync(WorkflowActivityCall call, CancellationToken cancellationToken);
}

/// <summary>How definitions use an embedder's activity.</summary>
/// <param name="Name">The type's name, such as `Portal.SendLetter`; unique in the host.</param>
public sealed record WorkflowActivityType(string Name)
{
    /// <summary>What it is given.</summary>
    public IReadOnlyList<WorkflowActivityInput> Inputs { get; init; } = [];

    /// <summary>What it gives, by name.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>How it may end; empty: `Done`.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];
}

/// <summary>An input of an embedder's activity.</summary>
/// <param name="Name">The property in definitions, in camel case.</param>
/// <param name="TypeName">The format's name of its type, such as `String`, `Int32` or `List&lt;String&gt;`.</param>
/// <param name="IsRequired">Whether a definition must give it.</param>
public sealed record WorkflowActivityInput(string Name, string TypeName, bool IsRequired = false);

/// <summary>One time that an embedder's activity is to do its work.</summary>
/// <param name="InstanceId">The instance of the workflow.</param>
/// <param name="EffectKey">The key under which its effects happen once: the same when this work is repeated.</param>
/// <param name="CorrelationId">The instance's; null: none.</param>
/// <param name="Inputs">The declared inputs that have a value, each as a value of its type.</param>
/// <param name="Attempt">How often it was begun, this time included.</param>
public sealed record WorkflowActivityCall(
    string InstanceId,
    string EffectKey,
    string? CorrelationId,
    IReadOnlyDictionary<string, object?> Inputs,
    int Attempt);

/// <summary>How the work of an embedder's activity came out.</summary>
public sealed record WorkflowActivityAnswer
{
    private WorkflowActivityAnswer()
    {
    }

    /// <summary>What it gives, by the names of its outputs.</summary>
    public IReadOnlyDictionary<string, object?> Outputs { get; private init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>How it ends; empty: `Done`.</summary>
    public IReadOnlyList<string> Outcomes { get; private init; } = [];

    /// <summary>Why it cannot be done, now or later; null: it is done.</summary>
    public string? Refusal { get; private init; }

    /// <summary>Messages for the outside, written in the same transaction as the instance.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    /// <summary>It is done.</summary>
    /// <param name="outcomes">How it ends; none: `Done`.</param>
    public static WorkflowActivityAnswer Done(params IReadOnlyList<string> outcomes) => new() { Outcomes = outcomes };

    /// <summary>It is done, and gives outputs.</summary>
    /// <param name="outputs">By name: single values, lists, or values by name.</param>
    /// <param name="outcomes">How it ends; none: `Done`.</param>
    public static WorkflowActivityAnswer Giving(
        IReadOnlyDictionary<string, object?> outputs, params IReadOnlyList<string> outcomes) =>
        new() { Outputs = outputs, Outcomes = outcomes };

    /// <summary>It cannot be done: an incident at once, without another try.</summary>
    /// <param name="reason">Why, for operators; never personal data.</param>
    public static WorkflowActivityAnswer Refused(string reason) => new() { Refusal = reason };
}
