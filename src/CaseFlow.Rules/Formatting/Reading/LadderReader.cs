using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Escalation ladders.</summary>
internal sealed class LadderReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>A ladder with its steps.</summary>
    public void Read(LadderSyntax ladder, string number)
    {
        var title = _words.Fill("Ladder", desk.Symbols.Declared(ladder.Name, ladder.Names));
        desk.Outline.Item(
            1,
            number,
            desk.Basis.Title(title, ladder.Cites, ladder.Period),
            desk.Code(SymbolWords.Codes(ladder.Name, ladder.Names)),
            _words.Sentence("Watches", desk.Symbols.Labels(ladder.Deadlines)),
            Hours(ladder),
            ladder.StopsWhen is { } stops ? _words.Sentence("Stops", desk.Conditions.Of(stops)) : null,
            desk.Note(ladder.Note));
        for (var place = 0; place < ladder.Steps.Count; place++)
        {
            Step(ladder.Steps[place], ReadingNumbers.Join(number, place + 1));
        }
    }

    private string Hours(LadderSyntax ladder)
    {
        var hours = _words.Fill(ladder.InWorkingHours ? "InWorkingHours" : "AtMidnight");
        return ReadingWords.Sentence(ladder.Calendar is { } calendar
            ? _words.Fill("OnCalendar", hours, desk.Symbols.Label(calendar))
            : hours);
    }

    private void Step(LadderStepSyntax step, string number)
    {
        var title = _words.Fill("LadderStep", desk.Symbols.Declared(step.Name, step.Names));
        var actions = _words.All(step.Actions.Select(Action));
        var moment = Moment(step.Moment);
        var opening = step.When is { } when ? _words.Fill("MomentWhen", moment, desk.Conditions.Of(when)) : moment;
        desk.Outline.Item(
            2,
            number,
            step.Cites.Count > 0 ? desk.Basis.Title(title, step.Cites, null) : title,
            desk.Code(SymbolWords.Codes(step.Name, step.Names)),
            ReadingWords.Sentence(Prose.Follow(opening + ",", actions, 0)));
    }

    private string Moment(MomentSyntax moment) => moment switch
    {
        ShareOfTermMoment share => _words.Fill("ShareOfTerm", desk.Values.Of(share.Percent)),
        BeforeDueMoment before => _words.Fill("BeforeDue", Days(before.Count, before.Unit)),
        AfterDueMoment after => _words.Fill("AfterDue", Days(after.Count, after.Unit)),
        EveryAfterDueMoment every => _words.Fill(
            "EveryAfterDue", Days(every.Count, every.Unit), desk.Values.Of(every.Times)),
        _ => _words.Fill("AtDue"),
    };

    private string Days(ExpressionSyntax count, DurationUnit unit) =>
        _words.Fill("Count" + unit, desk.Values.Of(count));

    private string Action(LadderActionSyntax action) => action switch
    {
        RemindAction remind => _words.Fill("Remind", Who(remind.Who)),
        ReportAction report => _words.Fill("ReportTo", Who(report.Who)),
        ReassignAction reassign => _words.Fill("ReassignTo", Who(reassign.Who)),
        RaisePriorityAction raise => _words.Fill("RaisePriority", desk.Values.Of(raise.By)),
        DemandReportAction demand => _words.Fill("Demand", Who(demand.Who), desk.Values.Of(demand.Within)),
        _ => "",
    };

    private string Who(RecipientSyntax who) => (who.Kind, who.Level) switch
    {
        (RecipientKind.Holder, _) => _words.Fill("Holder"),
        (RecipientKind.Superior, _) => _words.Fill("Superior"),
        (RecipientKind.Agency, _) => _words.Fill("Agency", desk.Registered(who.Name!.Text)),
        (_, { } level) => _words.Fill("RoleAt", desk.Registered(who.Name!.Text), desk.Registered(level.Text)),
        _ => _words.Fill("Role", desk.Registered(who.Name!.Text)),
    };
}
