using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// Everything that is checked of a whole pack once it is bound. What an earlier fault would only repeat is left out:
/// a lifecycle that could not be bound is not checked, and neither is what depends on all of them.
/// </summary>
internal static class PackChecks
{
    /// <summary>Checks a pack.</summary>
    /// <param name="pack">The pack, whole only where nothing was found before.</param>
    /// <param name="declarations">What the modules declare.</param>
    /// <param name="findings">Takes the findings.</param>
    public static void Run(BoundPack pack, PackDeclarations declarations, DiagnosticBag findings)
    {
        var texts = new ModuleTexts(declarations.Scopes);
        CheckExpressions(pack, texts, findings);
        var written = new WrittenRules(declarations.Decisions);
        var impossible = new ImpossibleExceptions(texts.Of, written, findings);
        foreach (var decision in pack.Decisions)
        {
            impossible.Check(decision);
        }

        WordLists.Check(pack, declarations, findings);
        var guards = new GuardCases(pack, isSound: !findings.HasErrors);
        CheckParameters(pack, texts, written, findings);
        var areWhole = declarations.Lifecycles.TrueForAll(item => !findings.HasErrorsIn(item.Syntax.Span));
        foreach (var lifecycle in declarations.Lifecycles.Where(item => !findings.HasErrorsIn(item.Syntax.Span)))
        {
            Check(new LifecycleGraph(lifecycle.Symbol), new WrittenLifecycle(lifecycle), guards, findings);
        }

        CheckLadders(pack, declarations, guards, findings);
        if (areWhole && !texts.HaveUnreadParts)
        {
            UnusedDeadlines.Check(pack.Deadlines, pack.Lifecycles, findings);
        }
    }

    // What a check or a parameter is where something else is wrong cannot be told.
    private static void CheckParameters(
        BoundPack pack, ModuleTexts texts, WrittenRules written, DiagnosticBag findings)
    {
        if (pack.Parameters.Any(parameter => parameter.Values is [{ From: not null }, ..]))
        {
            var inTime = new ParametersInTime(pack.Definitions, written, findings);
            foreach (var decision in pack.Decisions)
            {
                inTime.Check(decision);
            }
        }

        var sound = pack.Checks.Where(check => !findings.HasErrorsIn(check.Span) && IsSound(check)).ToList();
        findings.AddRange(ParameterChecks.Broken(sound, ParameterSet.Declared, texts.Of).ToList());
    }

    private static bool IsSound(BoundCheck check) => ExpressionParts.All(check.Condition).All(part => part switch
    {
        ErrorBoundExpression => false,
        ParameterExpression { Parameter.Values: var values } =>
            values.Count > 0 && values.All(value => value.Value is not MissingValue),
        _ => true,
    });

    private static void CheckExpressions(BoundPack pack, ModuleTexts texts, DiagnosticBag findings)
    {
        var units = new UnitsCompared(pack, texts, findings);
        var expressions = PackExpressions.All(pack).ToList();
        foreach (var expression in expressions)
        {
            units.Check(expression);
        }

        foreach (var decision in pack.Decisions)
        {
            units.Check(decision);
        }

        foreach (var deadline in pack.Deadlines)
        {
            units.Check(deadline);
        }

        WorkBudget.Check(expressions, findings);
    }

    private static void Check(
        LifecycleGraph graph, WrittenLifecycle written, GuardCases guards, DiagnosticBag findings)
    {
        UnreachableStates.Check(graph, findings);
        DeadTriggers.Check(graph, guards, findings);
        new AmbiguousTriggers(graph.Lifecycle, written, guards, findings).Check();
        RunningDeadlines.Check(graph, findings);
        NeverResumed.Check(graph, findings);
        FinalStateExits.Check(graph, written, findings);
        RememberedStates.Check(graph, written, findings);
        UnreadInputs.Check(graph, findings);

        // Whether an anchor is set is looked for through definitions, which must not turn in a circle.
        if (!findings.Has(RulesCodes.DependencyCycle))
        {
            AnchorsSet.Check(graph, findings);
        }
    }

    private static void CheckLadders(
        BoundPack pack, PackDeclarations declarations, GuardCases guards, DiagnosticBag findings)
    {
        var steps = new LadderSteps(pack, guards, findings);
        foreach (var ladder in declarations.Ladders.Where(item => !findings.HasErrorsIn(item.Syntax.Span)))
        {
            WaitingPeriodLadders.Check(ladder, findings);
            steps.Check(ladder.Symbol);
        }
    }
}
