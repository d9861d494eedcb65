using System.Globalization;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// The SELECT of a list: only the conditions that are set, so that SQLite can choose the index; few shapes, all kept
/// prepared.
/// </summary>
internal static class CaseListing
{
    private const int IdDigits = 32;

    /// <summary>Where the hyphens of a case id stand in its text.</summary>
    private static readonly int[] Hyphens = [8, 13, 18, 23];

    public static Statement Prepare(SqliteSession session, CaseQuery query)
    {
        if (query.Limit is < 1 or > CaseQuery.LargestPage)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "A page holds 1 to 200 cases.");
        }

        var conditions = new List<string>();
        var values = new List<(string Name, object Value)>();
        void Add(string condition, string name, object value)
        {
            conditions.Add(condition);
            values.Add((name, value));
        }

        if (query.State is { } state)
        {
            Add("state = @state", "@state", state);
        }

        if (query.Overdue is { } overdue)
        {
            // A literal, as only a literal lets SQLite use the partial index.
            conditions.Add(overdue ? "is_overdue = 1" : "is_overdue = 0");
        }

        if (query.IsOpen is { } open)
        {
            conditions.Add(open ? "is_open = 1" : "is_open = 0");
        }

        if (query.Agency is { } agency)
        {
            Add("agency = @agency", "@agency", agency);
        }

        if (query.After is { } after)
        {
            Add("id < @after", "@after", Columns.Of(after));
        }

        if (!string.IsNullOrEmpty(query.Text))
        {
            AddText(query.Text, conditions, values);
        }

        var where = conditions.Count == 0 ? "" : " WHERE " + string.Join(" AND ", conditions);
        var statement = session.Prepare(
            "SELECT " + CaseColumns.Case + " FROM cases" + where + " ORDER BY id DESC LIMIT @limit");
        statement.Bind("@limit", query.Limit);
        values.ForEach(value => statement.Bind(value.Name, value.Value));
        return statement;
    }

    private static void AddText(string text, List<string> conditions, List<(string Name, object Value)> values)
    {
        const string ByTracking = "(tracking >= @text AND tracking < @textEnd)";
        values.Add(("@text", text));
        values.Add(("@textEnd", text + char.MaxValue));
        if (IdDigitsOf(text) is not { } digits)
        {
            conditions.Add(ByTracking);
            return;
        }

        conditions.Add("(" + ByTracking + " OR (id >= @idFrom AND id <= @idTo))");
        values.Add(("@idFrom", Convert.FromHexString(digits.PadRight(IdDigits, '0'))));
        values.Add(("@idTo", Convert.FromHexString(digits.PadRight(IdDigits, 'f'))));
    }

    /// <summary>The hexadecimal digits of a text that an id begins with; null where no id can.</summary>
    private static string? IdDigitsOf(string text)
    {
        var lower = text.ToLower(CultureInfo.InvariantCulture);
        var fits = lower.Length <= IdDigits + Hyphens.Length && lower
            .Select((letter, place) => Hyphens.Contains(place) ? letter == '-' : char.IsAsciiHexDigitLower(letter))
            .All(good => good);
        return fits ? lower.Replace("-", "", StringComparison.Ordinal) : null;
    }
}
