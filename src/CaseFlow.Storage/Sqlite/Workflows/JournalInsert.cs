using System.Globalization;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>
/// The INSERT of several lines of a journal at once. There is one for each power of two, so that a few statements, all
/// kept prepared, write any number of lines. The benchmark's bare loop runs these very texts.
/// </summary>
internal sealed class JournalInsert
{
    // Beyond it a statement gains nothing: SQLite looks each parameter up by its name among all others.
    private const int Largest = 16;

    private static readonly JournalInsert[] Sizes = [new(16), new(8), new(4), new(2), new(1)];

    private readonly (string At, string Node, string What, string Detail)[] rows;

    private JournalInsert(int size)
    {
        rows = [.. Enumerable.Range(0, size).Select(Number)
            .Select(row => ("@at" + row, "@node" + row, "@what" + row, "@detail" + row))];
        Text = "INSERT INTO workflow_journal (instance, line, at, node, what, detail) VALUES "
            + string.Join(", ", rows.Select((row, place) =>
                $"(@instance, @line + {Number(place)}, {row.At}, {row.Node}, {row.What}, {row.Detail})"));
    }

    /// <summary>How many lines it writes.</summary>
    public int Size => rows.Length;

    /// <summary>The statement.</summary>
    public string Text { get; }

    /// <summary>Its parameters: `@instance`, the first line's number `@line`, four for each line.</summary>
    public IEnumerable<string> Parameters =>
        rows.SelectMany(row => new[] { row.At, row.Node, row.What, row.Detail })
            .Prepend("@line").Prepend("@instance");

    /// <summary>The largest one for a number of lines, 1 or more.</summary>
    public static JournalInsert For(int lines) => Array.Find(Sizes, size => size.Size <= Math.Min(lines, Largest))!;

    /// <summary>Appends lines to a journal that has <paramref name="last"/> of them.</summary>
    public static void Write(SqliteSession session, long instance, int last, IReadOnlyList<JournalRow> lines)
    {
        for (var written = 0; written < lines.Count;)
        {
            var insert = For(lines.Count - written);
            var statement = session.Prepare(insert.Text)
                .Bind("@instance", instance).Bind("@line", checked(last + written + 1));
            foreach (var (at, node, what, detail) in insert.rows)
            {
                var line = lines[written++];
                statement.Bind(at, Columns.Of(line.At)).Bind(node, line.NodeId)
                    .Bind(what, line.What.ToString()).Bind(detail, line.Detail);
            }

            statement.Execute();
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
