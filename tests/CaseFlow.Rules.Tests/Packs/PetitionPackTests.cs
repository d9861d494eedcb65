using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Packs;

/// <summary>What the pack of the Vietnamese petition laws promises of itself.</summary>
public sealed class PetitionPackTests
{
    private static readonly BoundPack Pack = Load();

    [Fact]
    public void Examples_OfThePack_AllPass()
    {
        var report = new CompiledPack(Pack).Test();

        report.Results.Where(result => !result.HasPassed)
            .Select(result => $"{result.Example.Syntax.Span}: {result.Message(TextPack.English)}")
            .Should().BeEmpty();
        report.Passed.Should().BeGreaterThan(0);
    }

    [Fact]
    public void EveryVersionOfEveryRule_IsActiveInAnExample()
    {
        var outcomes = Pack.Examples.SelectMany(OutcomesOf).ToList();

        var untold =
            from decision in Pack.Decisions
            from rule in decision.Rules
            from version in rule.Versions
            where !version.IsBlocker && !outcomes.Exists(outcome => IsActive(outcome, decision, rule, version))
            select $"{version.Span} {decision.Symbol.Name}/{rule.Name}";
        untold.Should().BeEmpty();
    }

    [Fact]
    public void EveryNameThatAnOfficerReads_HasAVietnameseLabel()
    {
        var symbols = Pack.FactRoots.SelectMany(root => root.Fields).Cast<Symbol>()
            .Concat(Pack.Deadlines)
            .Concat(Pack.Lifecycles)
            .Concat(Pack.Lifecycles.SelectMany(life => life.States))
            .Concat(Pack.Lifecycles.SelectMany(life => life.Triggers))
            .Concat(Pack.Ladders)
            .Concat(Pack.Ladders.SelectMany(ladder => ladder.Steps));

        symbols.Where(symbol => !symbol.Labels.ContainsKey("vi"))
            .Select(symbol => $"{symbol.Span} {symbol.Name}").Should().BeEmpty();
    }

    [Fact]
    public void EveryRefusal_IsWordedInBothLanguages()
    {
        Guards().Where(guard => !guard.Refusal.ContainsKey("vi") || !guard.Refusal.ContainsKey("en"))
            .Select(guard => $"{guard.Span} {guard.Name}").Should().BeEmpty();
    }

    private static IEnumerable<BoundGuard> Guards() => Pack.Lifecycles
        .SelectMany(life => life.Triggers)
        .SelectMany(trigger => trigger.Versions)
        .SelectMany(body => body.Guards);

    private static IEnumerable<DecisionOutcome> OutcomesOf(BoundExample example)
    {
        var facts = CaseFacts.None.With(example.Facts);
        var day = example.Today ?? new DateOnly(2026, 11, 2);
        return new CompiledPack(Pack).Evaluate(facts, new EvaluationContext(day)).DecideAll();
    }

    private static bool IsActive(
        DecisionOutcome outcome, BoundDecision decision, BoundRule rule, BoundVersion version) =>
        outcome.Decision == decision.Symbol
        && outcome.GoverningDate is { } day
        && version.Period.Contains(day)
        && outcome.Rules.Any(active => active.Name == rule.Name);

    private static BoundPack Load()
    {
        var loaded = FolderPack.Load(FolderPack.Petitions);
        loaded.Diagnostics.Should().BeEmpty();
        return loaded.Pack!;
    }
}
