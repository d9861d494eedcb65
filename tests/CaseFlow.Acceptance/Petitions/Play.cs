using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Words;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>Plays one case through the engine, in memory, and reads what is stored.</summary>
internal sealed class Play
{
    private static readonly TimeOnly OfficeOpens = new(8, 0);

    private readonly CasePack _pack;
    private readonly InMemoryCaseStore _store = new();
    private readonly SkippingTimeProvider _clock;
    private readonly CaseEngine _engine;
    private readonly Telling _telling;
    private readonly Vocabulary _vocabulary;
    private readonly List<string> _refusals = [];
    private int _commands;

    private Play(CasePack pack, PackFiles files, Vocabulary vocabulary, AcceptanceCase acceptanceCase)
    {
        (_pack, _vocabulary) = (pack, vocabulary);
        _telling = new Telling(vocabulary, acceptanceCase);
        _clock = new SkippingTimeProvider(AgencyTime.Vietnam.At(FirstDay(), OfficeOpens));
        _engine = new CaseEngine(
            _store,
            new InMemoryIdentityVault(_clock),
            new PackCatalogue(new InMemoryPackArchive(), pack, files.Source),
            new RandomIds(_clock),
            _clock,
            AgencyTime.Vietnam);
    }

    /// <summary>What differs between the case's expectations and what came of it; empty where it passes.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(
        CasePack pack, PackFiles files, Vocabulary vocabulary, AcceptanceCase acceptanceCase)
    {
        var unknown = vocabulary.UnknownWords(acceptanceCase);
        if (unknown.Count > 0)
        {
            return [.. unknown.Select(word => "unknown word: " + word)];
        }

        var play = new Play(pack, files, vocabulary, acceptanceCase);
        var played = acceptanceCase.Area == "term" ? play.DecideTerm() : await play.RunAsync();
        var findings = new Findings(vocabulary, play._telling, played);
        return
        [
            .. acceptanceCase.Expect
                .Select(expected => (expected.Key, expected.Value, Found: findings.Find(expected.Key, expected.Value)))
                .Where(pair => !JsonNode.DeepEquals(pair.Value, pair.Found))
                .Select(pair => $"{pair.Key}: expected {Text(pair.Value)}, found {Text(pair.Found)}"),
        ];
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";

    private async Task<Played> RunAsync()
    {
        var id = await OpenAsync();
        foreach (var (step, day) in _telling.Steps())
        {
            MoveTo(day);
            await FireAsync(id, step);
        }

        var stored = await _store.FindAsync(id, CancellationToken.None)
            ?? throw new InvalidOperationException("The case is not stored.");
        var row = stored.Deadlines.LastOrDefault(deadline => deadline.Name == _telling.Ask.Deadline);
        return new Played(
            row is null ? null : CaseDocument.ReadStatement(row.Statement),
            row?.Status == "voided",
            _refusals,
            output => Decide(Evaluate(CaseDocument.Read(stored.Case.Document).Facts.ToJson()), output));
    }

    /// <summary>A term that no calendar reaches back to: what the pack decides of it, without a day.</summary>
    private Played DecideTerm()
    {
        var deadline = _pack.FindDeadline(_telling.Ask.Deadline)!;
        var evaluation = Evaluate(_telling.Facts(FirstDay()));
        var outcome = evaluation.Decide(deadline.TermDecision);
        var length = ((DurationValue)outcome[deadline.TermOutput]).Value;
        var statement = new DeadlineStatement
        {
            Deadline = deadline.Name,
            CountedBack = deadline.CountedBack,
            Terms = [new StatedTerm(length, StatedTermKind.Term, FirstDay(), [], [])],
        };
        return new Played(statement, IsOver: false, _refusals, output => Decide(evaluation, output));
    }

    private DateOnly FirstDay()
    {
        var law = _pack.Bound.Laws.SingleOrDefault(law => law.Name == _telling.Ask.OpenedUnderLaw);
        return _telling.OpenedOn ?? law?.Period.From ?? _vocabulary.UndatedOn;
    }

    private void MoveTo(DateOnly? day)
    {
        _clock.Advance(TimeSpan.FromMinutes(1));
        if (day is { } known)
        {
            _clock.JumpTo(AgencyTime.Vietnam.At(known, OfficeOpens));
        }
    }

    private async Task<CaseId> OpenAsync()
    {
        var ask = _telling.Ask;
        var result = await _engine.ExecuteAsync(
            new OpenCase(NextKey(), Principal.System)
            {
                Facts = _telling.Facts(FirstDay()),
                TakeOver = ask.State is { } state
                    ? new TakeOver(state, [.. ask.Taken.Select(name => new TakenOverDeadline(name, null))])
                    : null,
            },
            CancellationToken.None);
        return result.Status == CommandStatus.Accepted
            ? result.CaseId!.Value
            : throw new InvalidOperationException("The case was not opened: " + Text(result.Problems));
    }

    private async Task FireAsync(CaseId id, StepMeaning step)
    {
        var inputs = _telling.Inputs(step);
        foreach (var (name, output) in step.DecidedInputs)
        {
            inputs[name] = await DecidedAsync(id, output);
        }

        if (step.CapInput is { } input)
        {
            inputs[input] = await LongestExtensionAsync(id);
        }

        var result = await _engine.ExecuteAsync(
            new FireTrigger(NextKey(), Principal.System, id, step.Trigger) { Inputs = inputs }, CancellationToken.None);
        _refusals.AddRange(result.Problems.Select(problem => problem.Code));
        if (result.Status != CommandStatus.Accepted && !_vocabulary.Errors.ContainsKey(_refusals[0]))
        {
            throw new InvalidOperationException($"`{step.Trigger}` was refused: " + Text(result.Problems));
        }
    }

    /// <summary>The longest extension that the pack allows; how long that is, the pack alone knows.</summary>
    private async Task<JsonNode?> LongestExtensionAsync(CaseId id)
    {
        var stored = await _store.FindAsync(id, CancellationToken.None);
        var cap = _pack.FindDeadline(_telling.Ask.Deadline)!.Cap!;
        return Evaluate(CaseDocument.Read(stored!.Case.Document).Facts.ToJson()).Value(cap.By) is DurationValue longest
            ? new JsonObject { ["value"] = longest.Value.Count, ["unit"] = longest.Value.UnitName }
            : null;
    }

    private async Task<JsonNode?> DecidedAsync(CaseId id, string output)
    {
        var stored = await _store.FindAsync(id, CancellationToken.None);
        return Decide(Evaluate(CaseDocument.Read(stored!.Case.Document).Facts.ToJson()), output) is EnumValue member
            ? JsonValue.Create(member.Member.Name)
            : null;
    }

    private Value Decide(CaseEvaluation evaluation, string output)
    {
        var (decision, name) = (output.Split('.')[0], output.Split('.')[1]);
        var symbol = _pack.Rules.DecisionNamed(decision)
            ?? throw new InvalidOperationException($"The pack has no decision `{decision}`.");
        return evaluation.Decide(symbol)[symbol.Outputs.Single(known => known.Name == name)];
    }

    private CaseEvaluation Evaluate(JsonObject facts) => _pack.Rules.Evaluate(
        FactReader.Read(facts, _pack.Bound).Facts,
        new EvaluationContext(AgencyTime.Vietnam.DayOf(_clock.GetUtcNow())));

    private string NextKey() => (++_commands).ToString(CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<Problem> problems) => string.Join(
        "; ", problems.Select(problem => $"{problem.Code} {problem.Place} ({string.Join(", ", problem.Arguments)})"));
}
