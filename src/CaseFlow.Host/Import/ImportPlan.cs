using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Host.Import;

/// <summary>What a step of an import does; steps of one case at one instant come in this order.</summary>
internal enum ImportAct
{
    /// <summary>Opens the case.</summary>
    Open,

    /// <summary>Fires the trigger of a row.</summary>
    Row,

    /// <summary>Closes the case.</summary>
    Close,
}

/// <summary>One command of an import at its own instant.</summary>
/// <param name="At">When it acts, UTC.</param>
/// <param name="Case">Its case.</param>
/// <param name="Act">What it does.</param>
/// <param name="Number">Which row of the case, from 1; 0 for the others.</param>
/// <param name="Line">The line that it comes from.</param>
internal sealed record ImportStep(DateTimeOffset At, RegisterCase Case, ImportAct Act, int Number, int Line);

/// <summary>
/// The commands of a register in the order of time. The same register gives the same keys, so that a second run goes
/// on.
/// </summary>
internal sealed class ImportPlan(ImportMap map)
{
    private static readonly Principal Importer = new("import", [], AllRoles: true);

    /// <summary>All steps of the cases; what a register dates before the opening acts at the opening.</summary>
    public static IReadOnlyList<ImportStep> StepsOf(IReadOnlyList<RegisterCase> cases) =>
    [
        .. cases
            .SelectMany((read, order) => StepsOf(read).Select(step => (step, order)))
            .OrderBy(entry => entry.step.At)
            .ThenBy(entry => entry.order)
            .ThenBy(entry => entry.step.Act)
            .ThenBy(entry => entry.step.Number)
            .Select(entry => entry.step),
    ];

    /// <summary>The command of a step; <paramref name="opened"/> is its case, null only where it opens it.</summary>
    public Command CommandOf(ImportStep step, CaseId? opened) => step.Act switch
    {
        ImportAct.Open => Open(step.Case),
        ImportAct.Row => Fire(
            step, opened, map.Rows!.Trigger,
            "row/" + step.Number.ToString(CultureInfo.InvariantCulture), step.Case.Rows[step.Number - 1].Inputs),
        _ => Fire(step, opened, map.Close!.Trigger, "close", inputs: null),
    };

    private static IEnumerable<ImportStep> StepsOf(RegisterCase read)
    {
        yield return new ImportStep(read.OpensAt, read, ImportAct.Open, 0, read.Line);
        for (var i = 0; i < read.Rows.Count; i++)
        {
            var row = read.Rows[i];
            yield return new ImportStep(Later(row.At, read.OpensAt), read, ImportAct.Row, i + 1, row.Line);
        }

        if (read.ClosesAt is { } closesAt)
        {
            yield return new ImportStep(Later(closesAt, read.OpensAt), read, ImportAct.Close, 0, read.Line);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private OpenCase Open(RegisterCase read) => new(KeyOf(read, "open"), Importer)
    {
        Agency = read.Agency,
        Facts = (JsonObject)read.Facts.DeepClone(),
        TakeOver = read.Deadlines.Count == 0
            ? null
            : new TakeOver(State: null, [.. read.Deadlines.Select(due => new TakenOverDeadline(due.Key, due.Value))]),
    };

    private FireTrigger Fire(ImportStep step, CaseId? opened, string trigger, string part, JsonObject? inputs)
    {
        // A case whose opening was refused is none: its steps find nothing, and are reported with it.
        return new FireTrigger(KeyOf(step.Case, part), Importer, opened ?? default, trigger)
        {
            Inputs = (JsonObject?)inputs?.DeepClone(),
            At = step.At,
        };
    }

    private string KeyOf(RegisterCase read, string part) => $"import/{map.Register}/{read.Key}/{part}";
}
