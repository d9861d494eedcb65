using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// An activity that has the host do something with a case, and goes on with what the host says: outputs by their names
/// and an outcome.
/// </summary>
/// <param name="name">Its name after `CaseFlow.`.</param>
/// <param name="outputs">What the answer sets.</param>
internal abstract class CaseActivity(string name, params IReadOnlyList<string> outputs) : Activity
{
    /// <summary>The lifecycle, or the register, said no.</summary>
    public const string Refused = "Refused";

    /// <summary>Nobody is there to whom it could go.</summary>
    public const string Nobody = "Nobody";

    /// <inheritdoc/>
    public override string Type { get; } = "CaseFlow." + name;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        context.Ask(BookmarkKinds.Command, Type, Payload(context));

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer) =>
        Conclude(context, bookmark, CasePayload.Read(answer));

    /// <summary>What the host needs to know.</summary>
    protected abstract Dictionary<string, object?> Payload(ActivityContext context);

    /// <summary>Sets the outputs and completes with the outcome; without one: `Done`.</summary>
    protected void Conclude(
        ActivityContext context, Bookmark bookmark, IReadOnlyDictionary<string, object?>? answer)
    {
        foreach (var output in outputs)
        {
            context.Set(output, answer?.GetValueOrDefault(output));
        }

        var outcomes = answer?.Texts(CasePayload.Outcome) ?? [];
        if (outcomes is [Refused or Nobody] && !IsTaken(context, outcomes[0]))
        {
            throw ActivityContext.Fault(
                WorkflowCodes.CaseRefused, AskedFor(bookmark), CaseProblems.Text(answer!, outcomes[0]));
        }

        if (outcomes is [CaseWaits.Unreachable or CaseWaits.Stopped] && !IsTaken(context, outcomes[0]))
        {
            throw ActivityContext.Fault(WorkflowCodes.WaitsInVain, WaitedFor(bookmark), outcomes[0]);
        }

        context.Complete(outcomes);
    }

    /// <summary>The case that is meant: the input, else what the instance is correlated with.</summary>
    public static string CaseOf(ActivityContext context) =>
        CaseOrNone(context) ?? throw ActivityContext.Fault(WorkflowCodes.AboutNoCase, context.Node.Definition.Type);

    /// <summary>The case that is meant; null: none is.</summary>
    public static string? CaseOrNone(ActivityContext context)
    {
        if (context.Text(CasePayload.CaseId) is { Length: > 0 } named)
        {
            return CaseId.TryParse(named, out var id)
                ? id.ToString()
                : throw ActivityContext.Fault(WorkflowCodes.NoSuchCase, named);
        }

        // Not every instance is about a case: what it is correlated with may be something else.
        return CaseId.TryParse(context.Burst.State.CorrelationId, out var correlated) ? correlated.ToString() : null;
    }

    /// <summary>A text that must be there.</summary>
    public static string Needed(ActivityContext context, string input) =>
        context.Text(input) is { Length: > 0 } text
            ? text
            : throw ActivityContext.Fault(WorkflowCodes.InputMissing, input);

    /// <summary>Values by name.</summary>
    public static object? Map(ActivityContext context, string input) => context.Get(input, WorkflowType.Map);

    /// <summary>A list of texts, or one.</summary>
    public static IReadOnlyList<object?>? Texts(ActivityContext context, string input) =>
        context.Get(input, WorkflowType.List) as IReadOnlyList<object?>;

    /// <summary>The moment of the burst: what is asked means that day, whenever the host comes to it.</summary>
    public static string Now(ActivityContext context) => CasePayload.Moment(context.Burst.Surroundings.Now);

    // A refusal that leads nowhere would end its road in silence.
    private static bool IsTaken(ActivityContext context, string outcome) => context.Node.Parent switch
    {
        { Flow: { } flow } => flow.Outbound(context.Node.Place).Any(edge => edge.Port == outcome),
        _ => context.Node.Definition.Outputs.TryGetValue(CasePayload.Problems, out var output)
            && output.MemoryReference is not null,
    };

    private static string WaitedFor(Bookmark bookmark)
    {
        var payload = CasePayload.Read(bookmark.Payload)!;
        string?[] names =
        [
            payload.Text(CasePayload.EventType), payload.Text(CasePayload.Deadline), payload.Text(CasePayload.Step),
            payload.Text(CasePayload.About), .. payload.Texts(CasePayload.States),
        ];
        return string.Join(' ', names.OfType<string>());
    }

    private static string AskedFor(Bookmark bookmark) =>
        CasePayload.Read(bookmark.Payload) is { } payload
        && (payload.Text(CasePayload.Trigger) ?? payload.Text(CasePayload.To)) is { } what
            ? what
            : bookmark.Key;
}

/// <summary>Problems of commands as values of workflows.</summary>
internal static class CaseProblems
{
    private const string Code = "code";
    private const string Place = "place";

    /// <summary>As a list of `{code, place, cites, leadsOut}`.</summary>
    public static List<object?> Of(IEnumerable<Commands.Problem> problems) =>
    [
        .. problems.Select(problem => new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [Code] = problem.Code,
            [Place] = problem.Place,
            [CasePayload.Cites] = problem.Cites.Cast<object?>().ToList(),
            ["leadsOut"] = problem.LeadsOut.Cast<object?>().ToList(),
        }),
    ];

    /// <summary>Their codes and places in one line; where there are none, the outcome.</summary>
    public static string Text(IReadOnlyDictionary<string, object?> answer, string outcome) =>
        answer.GetValueOrDefault(CasePayload.Problems) is IReadOnlyList<object?> { Count: > 0 } problems
            ? string.Join(", ", problems.Select(Line))
            : outcome;

    /// <summary>The same of problems as the engine gives them.</summary>
    public static string Text(IEnumerable<Commands.Problem> problems) =>
        string.Join(", ", problems.Select(problem => $"{problem.Code} {problem.Place}"));

    private static string Line(object? problem) =>
        CasePayload.Read(problem) is { } known
            ? $"{known.Text(Code)} {known.Text(Place)}"
            : ValueText.Of(problem);
}
