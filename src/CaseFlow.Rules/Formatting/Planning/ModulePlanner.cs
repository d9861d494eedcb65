using CaseFlow.Rules.Formatting.Words;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>A whole module: its head, and its declarations with empty lines between them.</summary>
internal sealed class ModulePlanner
{
    private readonly Parts _parts;
    private readonly RowPlanner _rows;
    private readonly VocabularyPlanner _vocabulary;
    private readonly DecisionPlanner _decisions;
    private readonly LifecyclePlanner _lifecycles;
    private readonly ExamplePlanner _examples;

    public ModulePlanner(Pieces pieces, Layout layout)
    {
        _parts = new Parts(pieces, layout);
        var expressions = new ExpressionPlanner(_parts);
        _rows = new RowPlanner(_parts, expressions);
        _vocabulary = new VocabularyPlanner(_parts, expressions, _rows);
        _decisions = new DecisionPlanner(_parts, expressions);
        var triggers = new TriggerPlanner(_parts, expressions, _vocabulary);
        _lifecycles = new LifecyclePlanner(_parts, expressions, _rows, triggers);
        _examples = new ExamplePlanner(_parts, expressions);
    }

    public void Plan(ModuleSyntax module)
    {
        _parts.Layout.Line(0, 0);
        _parts.Layout.Line(_parts.First(module.Module) - 1, 0);
        foreach (var import in module.Imports)
        {
            _parts.Layout.Line(_parts.First(import), 0);
        }

        DeclarationSyntax? former = null;
        foreach (var declaration in module.Declarations)
        {
            Declaration(declaration);
            var together = former?.GetType() == declaration.GetType() && IsLine(former) && IsLine(declaration);
            _parts.Layout.Line(_parts.First(declaration), 0, together ? BlankLine.Keep : BlankLine.Force);
            former = declaration;
        }

        _parts.Layout.Line(_parts.Pieces.Count - 1, 0, BlankLine.Keep);
    }

    // Laws and the like that are one line stand together; everything else stands apart.
    private bool IsLine(DeclarationSyntax declaration)
    {
        var first = _parts.First(declaration);
        return !Enumerable.Range(first + 1, _parts.Last(declaration) - first).Any(_parts.Layout.Lines.ContainsKey);
    }

    private void Declaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case LawSyntax law:
                _rows.Law(law);
                break;
            case EnumSyntax item:
                _vocabulary.Enum(item);
                break;
            case RecordSyntax record:
                _vocabulary.Fields(record, record.Name, record.Names, record.Fields);
                break;
            case FactsSyntax facts:
                _vocabulary.Fields(facts, facts.Name, facts.Names, facts.Fields);
                break;
            case WordsSyntax words:
                _vocabulary.WordList(words);
                break;
            case CalendarSyntax calendar:
                _vocabulary.Calendar(calendar);
                break;
            case ParameterSyntax parameter:
                _vocabulary.Parameter(parameter);
                break;
            case DefinitionSyntax definition:
                _vocabulary.Definition(definition);
                break;
            default:
                Behaviour(declaration);
                break;
        }
    }

    private void Behaviour(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case DecisionSyntax decision:
                _decisions.Decision(decision);
                break;
            case DeadlineSyntax deadline:
                _lifecycles.Deadline(deadline);
                break;
            case LifecycleSyntax lifecycle:
                _lifecycles.Lifecycle(lifecycle);
                break;
            case LadderSyntax ladder:
                _lifecycles.Ladder(ladder);
                break;
            case TransitionalSyntax transitional:
                _examples.Transitional(transitional);
                break;
            case CheckSyntax check:
                _examples.Check(check);
                break;
            case ExampleSyntax example:
                _examples.Example(example);
                break;
        }
    }
}
