using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>The clauses of a trigger's body as they come.</summary>
internal sealed class TriggerClauses
{
    public IReadOnlyList<CitationSyntax> Cites { get; set; } = [];

    public PeriodSyntax? Period { get; set; }

    public IReadOnlyList<Name> Roles { get; set; } = [];

    public IReadOnlyList<FieldSyntax> Needs { get; set; } = [];

    public List<GuardSyntax> Guards { get; } = [];

    public List<TriggerEffectSyntax> Effects { get; } = [];

    public SourceStatesSyntax? From { get; set; }

    public MoveSyntax? Move { get; set; }

    /// <summary>The body, or null without a route.</summary>
    public TriggerBodySyntax? Build(SourceSpan span) => From is null || Move is null
        ? null
        : new TriggerBodySyntax(Cites, Period, Roles, Needs, Guards, Effects, From, Move, span);
}
