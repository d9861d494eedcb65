using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Calendars, parameters with their bounds, checks, definitions and transitional clauses.</summary>
internal sealed class SettingsReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>A calendar.</summary>
    public void Calendar(CalendarSyntax calendar, string number)
    {
        var (symbol, working) = desk.Pack.Calendars.First(entry => entry.Key.Span == calendar.Name.Span);
        desk.Outline.Item(
            1,
            number,
            desk.Basis.Title(_words.Fill("Calendar", _words.Named(calendar.Name.Text)), calendar.Cites, null),
            symbol.Weekend.Count > 0
                ? _words.Sentence("Weekend", _words.All(symbol.Weekend.Select(day => _words.Fill(day.ToString()))))
                : null,
            symbol.HolidayData is { } file ? Holidays(file, working) : null,
            _words.Sentence(symbol.CountsFromNextDay ? "CountNext" : "CountSame"),
            _words.Sentence(symbol.MonthsClamp ? "MonthsClamp" : "MonthsSpill"),
            _words.Sentence(symbol.LastDayRolls ? "LastDayRolls" : "LastDayStays"),
            desk.Note(calendar.Note));
    }

    /// <summary>A parameter: its values by day, its bounds, who may change it.</summary>
    public void Parameter(ParameterSyntax parameter, string number)
    {
        var title = _words.Fill("Parameter", desk.Symbols.Declared(parameter.Name, parameter.Names));
        desk.Outline.Item(
            1,
            number,
            desk.Basis.Title(title, parameter.Cites, null),
            [
                desk.Code(SymbolWords.Codes(parameter.Name, parameter.Names)),
                .. parameter.Values.Select(Value),
                Bounds(parameter),
                parameter.Owner is { } owner ? _words.Sentence("Owner", owner) : _words.Sentence("NoOwner"),
                desk.Note(parameter.Note),
            ]);
    }

    /// <summary>What the parameters must keep to.</summary>
    public void Check(CheckSyntax check, string number) => desk.Outline.Item(
        1,
        number,
        _words.Fill("Check"),
        ReadingWords.Sentence(desk.Conditions.Of(check.Condition)),
        _words.Sentence("Because", check.Because),
        desk.Note(check.Note));

    /// <summary>A definition.</summary>
    public void Definition(DefinitionSyntax definition, string number)
    {
        var isCondition = definition.Type is BuiltInTypeSyntax { Type: BuiltInType.Boolean };
        var meaning = isCondition
            ? _words.Fill("MeansWhen", desk.Conditions.Of(definition.Value))
            : _words.Fill("Means", desk.Types.Of(definition.Type), desk.Values.Of(definition.Value));
        desk.Outline.Item(
            1,
            number,
            desk.Basis.Title(
                _words.Fill("Definition", _words.Named(definition.Name.Text)), definition.Cites, definition.Period),
            ReadingWords.Sentence(meaning),
            desk.Note(definition.Note));
    }

    /// <summary>A transitional clause.</summary>
    public void Transition(TransitionalSyntax transition, string number) => desk.Outline.Item(
        1,
        number,
        desk.Basis.Title(_words.Fill("Transition", _words.Named(transition.Name.Text)), transition.Cites, null),
        _words.Sentence("TransitionFor", desk.Symbols.Labels(transition.Decisions)),
        ReadingWords.Sentence(Prose.Follow(
            _words.Fill("When", desk.Conditions.Of(transition.When)),
            _words.Fill("UseLaw", desk.Values.Of(transition.LawDate)),
            0)),
        desk.Note(transition.Note));

    private string Holidays(string file, WorkingCalendar calendar) => _words.Sentence(
        "Holidays", file + ".csv", calendar.Version, _words.Day(calendar.First), _words.Day(calendar.Last));

    private string Value(DatedValueSyntax value)
    {
        var text = value.From is { } from
            ? _words.Fill("ValueFrom", _words.Day(from), desk.Values.Of(value.Value))
            : _words.Fill("ValueIs", desk.Values.Of(value.Value));
        return ReadingWords.Sentence(
            value.Cites.Count == 0 ? text : _words.Fill("Basis", text, desk.Basis.Cites(value.Cites)));
    }

    private string Bounds(ParameterSyntax parameter) => parameter.Step is { } step
        ? _words.Sentence(
            "BoundsStep", desk.Values.Of(parameter.Lowest), desk.Values.Of(parameter.Highest), desk.Values.Of(step))
        : _words.Sentence("Bounds", desk.Values.Of(parameter.Lowest), desk.Values.Of(parameter.Highest));
}
