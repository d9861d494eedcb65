namespace CaseFlow.Engine.Workflows.Building;

/// <content>What waits, and what goes out.</content>
public static partial class Draw
{
    private const string DefinitionId = "workflowDefinitionId";
    private const string CorrelationId = "correlationId";
    private const string Given = "input";
    private const string Waits = "waitForCompletion";

    /// <summary>Waits for a length of time.</summary>
    public static DrawnActivity Delay(Input<TimeSpan> span) => new DrawnActivity("Elsa.Delay").With("timeSpan", span);

    /// <summary>Starts an instance at every interval; met on the way, it waits once.</summary>
    public static DrawnActivity Timer(Input<TimeSpan> interval) =>
        new DrawnActivity("Elsa.Timer").With("interval", interval);

    /// <summary>The same by a cron expression of six fields, seconds first, UTC.</summary>
    public static DrawnActivity Cron(Input<string> expression) =>
        new DrawnActivity("Elsa.Cron").With("cronExpression", expression);

    /// <summary>Waits until a moment.</summary>
    public static DrawnActivity StartAt(Input<DateTimeOffset> moment) =>
        new DrawnActivity("Elsa.StartAt").With("dateTime", moment);

    /// <summary>Waits for an event of a name; what came with it is its result.</summary>
    public static DrawnActivity Event(Input<string> name) => new DrawnActivity("Elsa.Event").With("eventName", name);

    /// <summary>Tells an event to all who wait for it.</summary>
    public static DrawnActivity PublishEvent(
        Input<string> name, AnyInput? payload = null, Input<string>? correlationId = null, bool isLocal = false) =>
        new DrawnActivity("Elsa.PublishEvent").With("eventName", name).With("payload", payload)
            .With(CorrelationId, correlationId).With<bool>("isLocalEvent", isLocal ? (Input<bool>)true : null);

    /// <summary>Has work done outside, and waits for the report.</summary>
    public static DrawnActivity RunTask(Input<string> name, AnyInput? payload = null) =>
        new DrawnActivity("Elsa.RunTask").With("taskName", name).With("payload", payload);

    /// <summary>Starts another workflow and goes on in the same step; where wanted waits for its end.</summary>
    public static DrawnActivity ExecuteWorkflow(
        Input<string> definitionId, AnyInput? input = null, bool waits = false, Input<string>? correlationId = null) =>
        Starting("Elsa.ExecuteWorkflow", definitionId, input, waits, correlationId);

    /// <summary>Starts another workflow; where wanted waits for its end.</summary>
    public static DrawnActivity DispatchWorkflow(
        Input<string> definitionId, AnyInput? input = null, bool waits = false, Input<string>? correlationId = null) =>
        Starting("Elsa.DispatchWorkflow", definitionId, input, waits, correlationId);

    /// <summary>Starts another workflow for each of the items; unless told otherwise waits for all.</summary>
    public static DrawnActivity BulkDispatchWorkflows(
        Input<string> definitionId, AnyInput items, AnyInput? input = null, bool waits = true) =>
        new DrawnActivity("Elsa.BulkDispatchWorkflows").With(DefinitionId, definitionId).With("items", items)
            .With(Given, input).With<bool>(Waits, waits);

    /// <summary>Sends a request to another machine.</summary>
    public static DrawnActivity SendHttpRequest(
        Input<string> url, Input<string>? method = null, AnyInput? content = null, Input<string>? contentType = null) =>
        new DrawnActivity("Elsa.SendHttpRequest").With("url", url).With("method", method).With("content", content)
            .With("contentType", contentType);

    private static DrawnActivity Starting(
        string type, Input<string> definitionId, AnyInput? input, bool waits, Input<string>? correlationId) =>
        new DrawnActivity(type).With(DefinitionId, definitionId).With(CorrelationId, correlationId).With(Given, input)
            .With<bool>(Waits, waits);
}
