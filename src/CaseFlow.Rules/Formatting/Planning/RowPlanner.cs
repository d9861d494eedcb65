using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Lines that stand in columns: laws, members, fields, states, steps, and parameters of one line.</summary>
internal sealed class RowPlanner(Parts parts, ExpressionPlanner expressions)
{
    public void Law(LawSyntax law)
    {
        var cells = new Cells(parts.First(law)).Add(CellKind.Title, parts.First(law.Name) + 1)
            .Add(CellKind.FromDay, law.Period is { } period ? parts.First(period) : null);
        foreach (var amending in law.AmendedBy)
        {
            cells.Add(CellKind.AmendedBy, parts.First(amending) - 1);
        }

        var last = parts.Last(law);
        cells.Add(CellKind.Outline, law.OutlineData is null
            ? null
            : parts.Find(Keyword.OutlineFrom, parts.First(law.Name), last).First());
        parts.Layout.Row(cells.Add(CellKind.Unverified, law.Unverified ? last : null).Row(last, Indents.Step));
    }

    /// <summary>A member with the comma after it.</summary>
    public void Member(EnumMemberSyntax member)
    {
        var cells = new Cells(parts.First(member)).Add(parts.Names(member.Names));
        parts.Layout.Row(cells.Row(parts.Last(member), Indents.Twice));
    }

    public void Field(FieldSyntax field)
    {
        var first = parts.First(field);
        var cells = Clauses(field, new Cells(first).Add(CellKind.Type, parts.First(field.Type) - 1));
        parts.Layout.Row(cells.Row(parts.Last(field), Indents.Twice));
    }

    public void State(StateSyntax state)
    {
        const int WordsBeforeCites = 2;
        var cells = new Cells(parts.First(state)).Add(parts.Names(state.Names));
        int?[] clauses =
        [
            state.Superstate is { } superstate ? parts.First(superstate) - 1 : null,
            state.NoDeadline is { } cites ? parts.First(cites[0]) - WordsBeforeCites : null,
            state.Starts.Count > 0 ? parts.First(state.Starts[0]) - 1 : null,
        ];
        var kind = CellKind.Clause;
        foreach (var clause in clauses.OfType<int>())
        {
            cells.Add(kind, clause);
            kind = CellKind.OtherClause;
        }

        parts.List(state.NoDeadline ?? []);
        parts.List(state.Starts);
        parts.Layout.Row(cells.Row(parts.Last(state), Indents.Twice));
    }

    public void Step(LadderStepSyntax step)
    {
        var cells = new Cells(parts.First(step)).Add(parts.Names(step.Names))
            .Add(CellKind.Moment, parts.First(step.Moment) - 1);
        if (step.When is { } when)
        {
            cells.Add(CellKind.When, parts.First(when) - 1);
            expressions.Clause(when);
        }

        var actions = step.Actions;
        cells.Add(CellKind.Then, parts.First(actions[0]) - 1);
        parts.Layout.Group(
            parts.First(actions[0]),
            parts.Last(actions[^1]),
            actions.Skip(1).Select(action => parts.First(action) - 1),
            GroupStyle.Under,
            0,
            fills: false);
        foreach (var demand in actions.OfType<DemandReportAction>())
        {
            expressions.Plan(demand.Within);
        }

        if (step.Cites.Count > 0)
        {
            cells.Add(CellKind.Cites, parts.First(step.Cites[0]) - 1);
            parts.List(step.Cites);
        }

        parts.Layout.Row(cells.Row(parts.Last(step), Indents.Step));
    }

    public void Parameter(ParameterSyntax parameter)
    {
        var cells = new Cells(parts.First(parameter)).Add(CellKind.Type, parts.First(parameter.Type) - 1)
            .Add(CellKind.Value, parts.First(parameter.Values[0].Value) - 1)
            .Add(CellKind.Bounds, parts.First(parameter.Lowest) - 1)
            .Add(CellKind.Step, parameter.Step is { } step ? parts.First(step) - 1 : null)
            .Add(parts.Names(parameter.Names))
            .Add(CellKind.Cites, parts.First(parameter.Cites[0]) - 1);
        parts.List(parameter.Cites);
        parts.Layout.Row(cells.Row(parts.Last(parameter), Indents.Step));
    }

    private Cells Clauses(FieldSyntax field, Cells cells)
    {
        var clauses = parts.Names(field.Names).ToList();
        if (field.Assume is { } assume)
        {
            clauses.Add((CellKind.Assume, parts.First(assume)));
            parts.List(assume.Cites);
        }

        if (field.Ask is not null)
        {
            clauses.Add((CellKind.Ask, parts.Find(Keyword.Ask, parts.Last(field.Type) + 1, parts.Last(field)).First()));
        }

        return cells.Add(clauses.OrderBy(clause => clause.Start));
    }

    private sealed class Cells(int first)
    {
        private readonly List<(CellKind Kind, int Start)> _cells = [(CellKind.Head, first)];

        public Cells Add(CellKind kind, int? start)
        {
            if (start is { } at)
            {
                _cells.Add((kind, at));
            }

            return this;
        }

        public Cells Add(IEnumerable<(CellKind Kind, int Start)> cells)
        {
            _cells.AddRange(cells);
            return this;
        }

        public Row Row(int last, int continuation) => new(first, last, _cells, continuation);
    }
}
