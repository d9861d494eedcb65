using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Import;

/// <summary>Turns the rows of a register into cases; a case with one bad row is left out whole.</summary>
internal sealed class RegisterReader
{
    private readonly RegisterFile _file;
    private readonly ImportMap _map;
    private readonly AgencyTime _time;
    private readonly DateTimeOffset _now;
    private readonly Dictionary<string, int> _columns;
    private readonly List<HostError> _errors = [];
    private readonly List<HostError> _warnings = [];

    private RegisterReader(RegisterFile file, ImportMap map, AgencyTime time, DateTimeOffset now)
    {
        (_file, _map, _time, _now) = (file, map, time, now);
        _columns = file.Columns
            .Select((name, index) => (name, index))
            .DistinctBy(column => column.name, StringComparer.Ordinal)
            .ToDictionary(column => column.name, column => column.index, StringComparer.Ordinal);
    }

    /// <summary>Columns that the map names and the file lacks.</summary>
    public static IReadOnlyList<HostError> MissingColumns(RegisterFile file, ImportMap map) =>
    [
        .. map.Columns
            .Where(column => !file.Columns.Contains(column, StringComparer.Ordinal))
            .Select(column => new HostError(
                HostCodes.NoColumn, column, file.Path, string.Join(", ", file.Columns))),
    ];

    /// <summary>Reads all cases; nothing after <paramref name="now"/> can have happened.</summary>
    public static RegisterReading Read(RegisterFile file, ImportMap map, AgencyTime time, DateTimeOffset now)
    {
        var reader = new RegisterReader(file, map, time, now);
        var groups = reader.Group();
        var cases = groups.Select(reader.ReadCase).OfType<RegisterCase>().ToList();
        return new RegisterReading(cases, groups.Count - cases.Count, reader._errors, reader._warnings);
    }

    private List<KeyValuePair<string, List<FileRow>>> Group()
    {
        var key = _columns[_map.Key];
        var groups = new OrderedDictionary<string, List<FileRow>>(StringComparer.Ordinal);
        foreach (var row in _file.Rows)
        {
            var name = row.First.Count > key ? row.First[key].Trim() : "";
            if (name.Length == 0)
            {
                Fault(HostCodes.NoKey, row, _map.Key);
                continue;
            }

            if (!groups.TryGetValue(name, out var rows))
            {
                groups.Add(name, rows = []);
            }

            rows.Add(row);
        }

        return [.. groups];
    }

    private RegisterCase? ReadCase(KeyValuePair<string, List<FileRow>> group)
    {
        var before = _errors.Count;
        var rows = group.Value;
        foreach (var row in rows.Where(row => row.Cells is null))
        {
            _errors.Add(
                new HostError(
                    HostCodes.BadRow,
                    _file.Path,
                    Number(row.Line),
                    Number(row.Count),
                    Number(_file.Columns.Count)
                )
            );
        }

        if (_errors.Count > before)
        {
            return null;
        }

        CheckConstant(rows);
        var opened = ReadOpening(group.Key, rows[0]);
        var steps = _map.Rows is null ? [] : rows.Select(row => ReadRow(row, _map.Rows)).ToList();
        if (_errors.Count > before)
        {
            return null;
        }

        WarnOfOrder(opened, rows, steps);
        return opened with { Rows = steps };
    }

    private void CheckConstant(List<FileRow> rows)
    {
        foreach (var column in _map.CaseColumns)
        {
            var first = Cell(rows[0], column);
            if (rows.Find(row => Cell(row, column) != first) is { } other)
            {
                Fault(HostCodes.Contradiction, other, column, Number(rows[0].Line));
            }
        }
    }

    private RegisterCase ReadOpening(string key, FileRow row)
    {
        var opensAt = Past(row, _map.Open.At, required: true);
        var facts = new JsonObject();
        foreach (var (path, cell) in _map.Open.Facts)
        {
            Place(facts, path, Value(row, cell));
        }

        var deadlines = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (name, column) in _map.Open.Deadlines)
        {
            if (Instant(row, column, required: false, CellText.DueInstant) is { } due)
            {
                deadlines[name] = due;
            }
        }

        var closesAt = _map.Close is null ? null : Past(row, _map.Close.At, required: false);
        var agency = _map.Open.Agency is { } cellOfAgency ? Value(row, cellOfAgency)?.ToString() : null;
        return new RegisterCase(key, row.Line, opensAt ?? default, agency, facts, deadlines, closesAt, []);
    }

    private RegisterRow ReadRow(FileRow row, RowsMap map)
    {
        var at = Past(row, map.At, required: true);
        var inputs = new JsonObject();
        foreach (var (name, cell) in map.Inputs)
        {
            Place(inputs, name, Value(row, cell));
        }

        return new RegisterRow(row.Line, at ?? default, inputs);
    }

    private void WarnOfOrder(RegisterCase opened, List<FileRow> rows, List<RegisterRow> steps)
    {
        if (opened.ClosesAt < opened.OpensAt)
        {
            Warn(HostCodes.EndsBeforeStart, rows[0].Line);
        }

        foreach (var step in steps.Where(step => step.At < opened.OpensAt))
        {
            Warn(HostCodes.BeforeStart, step.Line);
        }
    }

    private JsonNode? Value(FileRow row, CellMap cell)
    {
        if (cell.Column is null)
        {
            return cell.Constant?.DeepClone();
        }

        var text = Cell(row, cell.Column);
        if (text.Length == 0)
        {
            return null;
        }

        if (cell.Values is not null && !cell.Values.TryGetValue(text, out text))
        {
            Fault(HostCodes.UnknownCell, row, cell.Column);
            return null;
        }

        var value = CellText.Read(text, cell.Type, _time);
        if (value is null)
        {
            Fault(
                cell.Type is CellType.Date ? HostCodes.ImpossibleDate : HostCodes.BadFactCell,
                row, cell.Column, cell.Type.ToString().ToLowerInvariant());
        }

        return value;
    }

    private DateTimeOffset? Past(FileRow row, string column, bool required)
    {
        var instant = Instant(row, column, required, CellText.Instant);
        if (instant > _now)
        {
            Fault(HostCodes.FutureDate, row, column);
        }

        return instant;
    }

    private DateTimeOffset? Instant(
        FileRow row, string column, bool required, Func<string, AgencyTime, DateTimeOffset?> read)
    {
        var text = Cell(row, column);
        if (text.Length == 0)
        {
            if (required)
            {
                Fault(HostCodes.NoDate, row, column);
            }

            return null;
        }

        var instant = read(text, _time);
        if (instant is null)
        {
            Fault(HostCodes.ImpossibleDate, row, column);
        }

        return instant;
    }

    private string Cell(FileRow row, string column) => row.First[_columns[column]].Trim();

    private static void Place(JsonObject root, string path, JsonNode? value)
    {
        if (value is null)
        {
            return;
        }

        var parts = path.Split('.');
        var at = root;
        foreach (var part in parts[..^1])
        {
            if (at[part] is not JsonObject inner)
            {
                at[part] = inner = [];
            }

            at = inner;
        }

        at[parts[^1]] = value;
    }

    private void Fault(string code, FileRow row, string column, params ReadOnlySpan<string> more) =>
        _errors.Add(new HostError(code, [_file.Path, Number(row.Line), column, .. more]));

    private void Warn(string code, int line) => _warnings.Add(new HostError(code, _file.Path, Number(line)));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
