using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>A deadline or waiting period of the pack. Compared by reference, as every symbol.</summary>
public sealed class BoundDeadline(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>True for a waiting period: no duty; its end breaches nothing and no ladder attaches to it.</summary>
    public bool IsWaitingPeriod { get; init; }

    /// <summary>The decision whose output is the term.</summary>
    public DecisionSymbol TermDecision { get; internal set; } = null!;

    /// <summary>The output that is the term: a duration, maybe missing.</summary>
    public OutputSymbol TermOutput { get; internal set; } = null!;

    /// <summary>The day counted from: a date, maybe missing.</summary>
    public BoundExpression Anchor { get; internal set; } = new ErrorBoundExpression(span);

    /// <summary>The fact behind <see cref="Anchor"/> where it is one; null for a definition.</summary>
    public FieldSymbol? AnchorFact { get; internal set; }

    /// <summary>True: the last day is the anchor minus the term, anchor excluded, no rolling.</summary>
    public bool CountedBack { get; init; }

    /// <summary>The calendar, or null: then days are plain calendar days and nothing rolls.</summary>
    public CalendarSymbol? Calendar { get; internal set; }

    /// <summary>How often and by how much it may be extended; null: never.</summary>
    public BoundExtensionCap? Cap { get; internal set; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<Citation> Cites { get; internal set; } = [];

    /// <summary>When the declaration is in force, tested against the date of the step that starts it.</summary>
    public LawPeriod Period { get; internal set; } = LawPeriod.Always;
}

/// <summary>`extends at most n times by t`: a number and a duration, read at the date of the step.</summary>
public sealed record BoundExtensionCap(BoundExpression Times, BoundExpression By, SourceSpan Span);
