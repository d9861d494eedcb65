using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding;

/// <summary>
/// A pack in the one intermediate form: everything that its modules declare, names resolved and types checked.
/// Immutable once loaded; safe to share between threads.
/// </summary>
public sealed record BoundPack
{
    /// <summary>Name, version and settings of `pack.json`.</summary>
    public required PackManifest Manifest { get; init; }

    /// <summary>
    /// `sha256:` and the hash over the manifest, every module and the agency register, in order of path. Calendars have
    /// their own: <see cref="WorkingCalendar.Version"/>.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>Laws.</summary>
    public required IReadOnlyList<LawSymbol> Laws { get; init; }

    /// <summary>Enums.</summary>
    public required IReadOnlyList<EnumSymbol> Enums { get; init; }

    /// <summary>Records.</summary>
    public required IReadOnlyList<RecordSymbol> Records { get; init; }

    /// <summary>Roots of facts.</summary>
    public required IReadOnlyList<FactsSymbol> FactRoots { get; init; }

    /// <summary>The calendars with their data.</summary>
    public required IReadOnlyDictionary<CalendarSymbol, WorkingCalendar> Calendars { get; init; }

    /// <summary>Parameters.</summary>
    public required IReadOnlyList<ParameterSymbol> Parameters { get; init; }

    /// <summary>Word lists.</summary>
    public required IReadOnlyList<WordListSymbol> WordLists { get; init; }

    /// <summary>Checks of parameters.</summary>
    public required IReadOnlyList<BoundCheck> Checks { get; init; }

    /// <summary>Definitions, each after those it reads.</summary>
    public required IReadOnlyList<DefinitionSymbol> Definitions { get; init; }

    /// <summary>Decisions, each after those it reads.</summary>
    public required IReadOnlyList<BoundDecision> Decisions { get; init; }

    /// <summary>The decisions asked about every case as a whole, in the manifest's order.</summary>
    public IReadOnlyList<DecisionSymbol> Assessments { get; init; } = [];

    /// <summary>Deadlines and waiting periods.</summary>
    public required IReadOnlyList<BoundDeadline> Deadlines { get; init; }

    /// <summary>Lifecycles.</summary>
    public required IReadOnlyList<BoundLifecycle> Lifecycles { get; init; }

    /// <summary>Ladders.</summary>
    public required IReadOnlyList<BoundLadder> Ladders { get; init; }

    /// <summary>Examples with the scope they were written in.</summary>
    public required IReadOnlyList<BoundExample> Examples { get; init; }

    /// <summary>The modules, by path; empty for a pack that was not read from text.</summary>
    public IReadOnlyList<BoundModule> Modules { get; init; } = [];
}

/// <summary>A module as findings about it need it.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Language">The language it is written in, `en` or `vi`.</param>
/// <param name="End">The place after its last character, where text may be added.</param>
public sealed record BoundModule(string Path, string Language, SourceSpan End);

/// <summary>What `pack.json` says.</summary>
/// <param name="Name">The pack's name.</param>
/// <param name="Version">The pack's version.</param>
/// <param name="Language">Version of the rules language, `1`.</param>
public sealed record PackManifest(string Name, string Version, string Language)
{
    /// <summary>How many days back a command may be dated; 0: not at all.</summary>
    public int BackdatedDaysAtMost { get; init; }

    /// <summary>Names of the decisions asked about every case when it is opened and whenever it changes.</summary>
    public IReadOnlyList<string> Assessments { get; init; } = [];

    /// <summary>The file of the agency register, relative to the pack, or null.</summary>
    public string? Agencies { get; init; }
}

/// <summary>`check … because "…"`: must hold for the parameters at load and at every change of them.</summary>
/// <param name="Condition">Reads parameters only.</param>
/// <param name="Because">Why, in the author's words.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundCheck(BoundExpression Condition, string Because, SourceSpan Span);

/// <summary>An example, bound: facts to give and what to expect.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Today">The day of the call; null: the latest date given.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Wants">The expectations.</param>
/// <param name="Syntax">The example as written.</param>
public sealed record BoundExample(
    string Title,
    DateOnly? Today,
    IReadOnlyDictionary<FieldSymbol, Value> Facts,
    IReadOnlyList<BoundWant> Wants,
    ExampleSyntax Syntax);
