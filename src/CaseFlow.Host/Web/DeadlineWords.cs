using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Host.Web;

/// <summary>Deadlines for people: labels of the case's own pack, and the statement of each date in words.</summary>
internal sealed class DeadlineWords(IPackCatalogue packs)
{
    /// <summary>The deadlines of a case in a language.</summary>
    public async ValueTask<IReadOnlyList<DeadlineView>> ViewsAsync(
        CaseRow row, IReadOnlyList<DeadlineReading> deadlines, CultureInfo culture, CancellationToken cancellationToken)
    {
        var pack = await packs.FindAsync(row.PackHash, cancellationToken);
        return [.. deadlines.Select(deadline => View(deadline, pack, culture))];
    }

    private static DeadlineView View(DeadlineReading deadline, CasePack? pack, CultureInfo culture) => new(
        deadline.Name,
        pack?.FindDeadline(deadline.Name)?.LabelIn(culture.TwoLetterISOLanguageName) ?? deadline.Name,
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(deadline.Status.ToString()),
        deadline.Statement.LastDay,
        deadline.Statement.BreachesAt,
        deadline.BreachedAt,
        deadline.InTime,
        deadline.ClosedOn,
        StatementText.Lines(
            deadline.Statement, culture, name => pack?.LabelOf(name, culture.TwoLetterISOLanguageName) ?? name),
        JsonNode.Parse(CaseDocument.WriteStatement(deadline.Statement)));
}
