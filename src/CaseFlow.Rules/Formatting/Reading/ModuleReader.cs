using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Modules: every declaration in the order of the text.</summary>
internal sealed class ModuleReader(ReadingDesk desk)
{
    private readonly VocabularyReader _vocabulary = new(desk);
    private readonly SettingsReader _settings = new(desk);

    /// <summary>A module.</summary>
    public void Read(ModuleSyntax module, string number)
    {
        desk.ModuleLanguage = module.Language;
        var imports = module.Imports.Select(import => import.Module.Text);
        desk.Outline.Item(
            0,
            number,
            desk.Words.Fill("Module", module.Path, module.Module.Text),
            module.Imports.Count > 0 ? desk.Words.Sentence("Imports", string.Join(", ", imports)) : null);
        foreach (var declaration in module.Declarations)
        {
            Declaration(declaration, desk.Numbers.Of(declaration.Span));
        }
    }

    private void Declaration(DeclarationSyntax declaration, string number)
    {
        switch (declaration)
        {
            case LawSyntax law:
                _vocabulary.Law(law, number);
                break;
            case EnumSyntax list:
                _vocabulary.Enum(list, number);
                break;
            case RecordSyntax record:
                _vocabulary.Record(record, number);
                break;
            case FactsSyntax facts:
                _vocabulary.Facts(facts, number);
                break;
            case WordsSyntax words:
                _vocabulary.Words(words, number);
                break;
            case ExampleSyntax example:
                new ExampleReader(desk).Read(example, number);
                break;
            default:
                Rule(declaration, number);
                break;
        }
    }

    private void Rule(DeclarationSyntax declaration, string number)
    {
        switch (declaration)
        {
            case CalendarSyntax calendar:
                _settings.Calendar(calendar, number);
                break;
            case ParameterSyntax parameter:
                _settings.Parameter(parameter, number);
                break;
            case CheckSyntax check:
                _settings.Check(check, number);
                break;
            case DefinitionSyntax definition:
                _settings.Definition(definition, number);
                break;
            case TransitionalSyntax transition:
                _settings.Transition(transition, number);
                break;
            case DecisionSyntax decision:
                new DecisionReader(desk).Read(decision, number);
                break;
            case DeadlineSyntax deadline:
                new DeadlineReader(desk).Read(deadline, number);
                break;
            case LifecycleSyntax lifecycle:
                new LifecycleReader(desk, _vocabulary).Read(lifecycle, number);
                break;
            case LadderSyntax ladder:
                new LadderReader(desk).Read(ladder, number);
                break;
        }
    }
}
