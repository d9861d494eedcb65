using System.Collections.Frozen;
using CaseFlow.Engine.Assignments;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Definitions;

/// <summary>
/// A rule pack as cases use it: its rules, its compiled lifecycles and its register of agencies. Immutable and safe to
/// share between threads.
/// </summary>
public sealed class CasePack
{
    private readonly FrozenDictionary<string, CaseDefinition> _definitions;
    private readonly FrozenDictionary<string, BoundDeadline> _deadlines;
    private readonly FrozenDictionary<BoundDeadline, BoundLadder[]> _ladders;

    /// <summary>Compiles a checked pack.</summary>
    public CasePack(BoundPack pack, AgencyRegister agencies)
    {
        Rules = new CompiledPack(pack);
        Agencies = agencies;
        _definitions = pack.Lifecycles.ToFrozenDictionary(
            lifecycle => lifecycle.Name, CaseDefinition.Compile, StringComparer.Ordinal);
        _deadlines = CaseDefinition.NamesOf(pack.Deadlines);
        _ladders = pack.Deadlines.ToFrozenDictionary(
            deadline => deadline,
            deadline => pack.Ladders.Where(ladder => ladder.Deadlines.Contains(deadline)).ToArray());
    }

    /// <summary>The rules.</summary>
    public CompiledPack Rules { get; }

    /// <summary>The pack as it is bound.</summary>
    public BoundPack Bound => Rules.Pack;

    /// <summary>The register of agencies.</summary>
    public AgencyRegister Agencies { get; }

    /// <summary>The lifecycles, in the pack's order.</summary>
    public IEnumerable<CaseDefinition> Definitions =>
        Bound.Lifecycles.Select(lifecycle => _definitions[lifecycle.Name]);

    /// <summary>The lifecycle of a canonical name.</summary>
    /// <exception cref="KeyNotFoundException">The pack has none: the case pins another pack.</exception>
    public CaseDefinition DefinitionOf(string lifecycle) => _definitions[lifecycle];

    /// <summary>
    /// The deadline of a canonical name or alias, folded as identifiers are; null where there is none.
    /// </summary>
    public BoundDeadline? FindDeadline(string name) => _deadlines.GetValueOrDefault(IdentifierFolding.Fold(name));

    /// <summary>What people call a fact (by its path) or a definition; its name where the pack has none such.</summary>
    public string LabelOf(string name, string language)
    {
        Symbol? symbol = FactOf(name);
        symbol ??= Bound.Definitions.FirstOrDefault(definition => definition.Name == name);
        return symbol?.LabelIn(language) ?? name;
    }

    /// <summary>
    /// What to ask for a fact (by its path), as the pack words it; its label where the pack has no question for it.
    /// </summary>
    public string QuestionOf(string path, string language) => FactOf(path)?.Ask ?? LabelOf(path, language);

    private FieldSymbol? FactOf(string path) =>
        Bound.FactRoots.SelectMany(root => root.Fields).FirstOrDefault(fact => fact.Path == path);

    /// <summary>The ladders that watch a deadline, in the pack's order.</summary>
    public IReadOnlyList<BoundLadder> LaddersOf(BoundDeadline deadline) => _ladders[deadline];

    /// <summary>The data of a calendar; null for none.</summary>
    public WorkingCalendar? CalendarOf(CalendarSymbol? calendar) => calendar is null ? null : Bound.Calendars[calendar];

    /// <summary>
    /// The calendar by which working days are told where a declaration names none: the pack's only one, else null.
    /// </summary>
    public WorkingCalendar? OnlyCalendar => Bound.Calendars.Count == 1 ? Bound.Calendars.Values.First() : null;
}
