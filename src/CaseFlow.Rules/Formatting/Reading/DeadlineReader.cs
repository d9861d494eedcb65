using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>Deadlines and waiting periods.</summary>
internal sealed class DeadlineReader(ReadingDesk desk)
{
    private readonly ReadingWords _words = desk.Words;

    /// <summary>A deadline or waiting period.</summary>
    public void Read(DeadlineSyntax deadline, string number)
    {
        var title = _words.Fill(
            deadline.IsWaitingPeriod ? "WaitingPeriod" : "Deadline",
            desk.Symbols.Declared(deadline.Name, deadline.Names));
        var lasts = _words.Fill(
            deadline.CountedBack ? "LastsBack" : "Lasts",
            desk.Symbols.Path(deadline.Term),
            desk.Symbols.Path(deadline.Anchor));
        desk.Outline.Item(
            1,
            number,
            desk.Basis.Title(title, deadline.Cites, deadline.Period),
            desk.Code(SymbolWords.Codes(deadline.Name, deadline.Names)),
            ReadingWords.Sentence(deadline.Calendar is { } calendar
                ? _words.Fill("OnCalendar", lasts, desk.Symbols.Label(calendar))
                : lasts),
            deadline.Cap is { } cap
                ? _words.Sentence("Extendable", desk.Values.Of(cap.Times), desk.Values.Of(cap.By))
                : null,
            deadline.IsWaitingPeriod ? _words.Sentence("NoDuty") : null,
            desk.Note(deadline.Note));
    }
}
