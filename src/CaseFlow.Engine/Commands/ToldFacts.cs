using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>What a command tells, read against the pack.</summary>
internal sealed class ToldFacts
{
    private readonly Dictionary<BoundTriggerBody, IReadOnlyDictionary<FieldSymbol, Value>> _inputs = [];

    private ToldFacts(CaseFacts before, FactReadResult told)
    {
        Before = before;
        Facts = told.Facts.Known;
        Malformed = [.. told.Problems.Select(Of)];
    }

    /// <summary>What was known before the command.</summary>
    public CaseFacts Before { get; }

    /// <summary>The facts that the command tells.</summary>
    public IEnumerable<KeyValuePair<FieldSymbol, Value>> Facts { get; }

    /// <summary>Everything that is wrong with the command's facts and inputs.</summary>
    public IReadOnlyList<Problem> Malformed { get; private set; }

    /// <summary>Reads what an opening tells.</summary>
    public static ToldFacts Of(Command command, CasePack pack) => new(CaseFacts.None, Read(command.Facts, pack));

    /// <summary>Reads what a trigger is fired with, against each body that is open.</summary>
    public static ToldFacts Of(
        FireTrigger fire, CaseState state, IReadOnlyList<BoundTriggerBody> bodies, CasePack pack)
    {
        var told = new ToldFacts(Known(state, pack), Read(fire.Facts, pack));
        using var inputs = JsonDocument.Parse(fire.Inputs?.ToJsonString() ?? "{}");
        var problems = new List<IReadOnlyList<Problem>>();
        foreach (var body in bodies)
        {
            var read = FactReader.ReadInputs(inputs.RootElement, body.Inputs);
            told._inputs[body] = read.Inputs;
            problems.Add([.. read.Problems.Select(Of)]);
        }

        // Of several bodies one may want inputs that another does not know: wrong is what is wrong for all of them.
        if (problems.Count > 0 && problems.TrueForAll(list => list.Count > 0))
        {
            told.Malformed = [.. told.Malformed, .. ProblemLists.Distinct(problems.SelectMany(list => list))];
        }

        return told;
    }

    /// <summary>What is known of a case.</summary>
    /// <exception cref="InvalidOperationException">
    /// The pack does not know the case's facts: it is not the one it pins.
    /// </exception>
    public static CaseFacts Known(CaseState state, CasePack pack)
    {
        var read = Reading(state, pack);
        return read.Problems.Count == 0
            ? read.Facts
            : throw new InvalidOperationException("The pack cannot read the facts of a case that pins it.");
    }

    /// <summary>What any pack makes of the facts of a case: it may not know them all.</summary>
    public static FactReadResult Reading(CaseState state, CasePack pack) =>
        FactReader.Read(state.Facts.ToJson(), pack.Bound);

    /// <summary>The inputs as one body of the trigger reads them.</summary>
    public IReadOnlyDictionary<FieldSymbol, Value> InputsOf(BoundTriggerBody body) => _inputs[body];

    private static FactReadResult Read(JsonObject? facts, CasePack pack) =>
        facts is null ? new FactReadResult(CaseFacts.None, []) : FactReader.Read(facts, pack.Bound);

    /// <summary>What is wrong with a fact, as a problem.</summary>
    public static Problem Of(FactProblem problem) => new(problem.Code, problem.Path, problem.Arguments)
    {
        LeadsOut = problem.DidYouMean is { } meant ? [meant] : [],
    };
}
