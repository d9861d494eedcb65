using System.Globalization;
using CaseFlow.Host.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Host.Import;

/// <summary>Reads a map; reports everything that is wrong with it at once, by line.</summary>
internal sealed class MapReader
{
    private readonly string _file;
    private readonly List<HostError> _errors = [];

    private MapReader(string file) => _file = file;

    /// <summary>The map, or the errors of the file; never both.</summary>
    public static (ImportMap? Map, IReadOnlyList<HostError> Errors) Read(string file, string text)
    {
        var reader = new MapReader(file);
        var map = reader.ReadDocument(text);
        return reader._errors.Count == 0 ? (map, []) : (null, reader._errors);
    }

    private ImportMap? ReadDocument(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            Fault(exception.Start, "not YAML, or a name stands twice");
            return null;
        }

        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            Fault(Mark.Empty, "a map is one YAML mapping");
            return null;
        }

        return ReadMap(root);
    }

    private ImportMap? ReadMap(YamlMappingNode root)
    {
        var members = Members(root, "register", "key", "open", "close", "rows");
        var key = RequiredText(root, members, "key");
        var open = members.TryGetValue("open", out var openNode) ? ReadOpen(openNode) : Missing<OpenMap>(root, "open");
        var close = members.TryGetValue("close", out var closeNode) ? ReadClose(closeNode) : null;
        var rows = members.TryGetValue("rows", out var rowsNode) ? ReadRows(rowsNode) : null;
        var register = members.TryGetValue("register", out var name) ? Text(name, "register") : null;
        return key is null || open is null
            ? null
            : new ImportMap(register ?? Path.GetFileNameWithoutExtension(_file), key, open, close, rows);
    }

    private OpenMap? ReadOpen(YamlNode node)
    {
        var members = Members(node, "at", "agency", "facts", "deadlines");
        var at = RequiredText(node, members, "at");
        var agency = members.TryGetValue("agency", out var agencyNode) ? ReadCell(agencyNode) : null;
        var facts = Cells(members, "facts");
        var deadlines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, deadline) in Entries(members, "deadlines"))
        {
            if (RequiredText(deadline, Members(deadline, "due"), "due") is { } due)
            {
                deadlines[name] = due;
            }
        }

        return at is null ? null : new OpenMap(at, agency, facts, deadlines);
    }

    private CloseMap? ReadClose(YamlNode node)
    {
        var members = Members(node, "trigger", "at");
        var trigger = RequiredText(node, members, "trigger");
        var at = RequiredText(node, members, "at");
        return trigger is null || at is null ? null : new CloseMap(trigger, at);
    }

    private RowsMap? ReadRows(YamlNode node)
    {
        var members = Members(node, "trigger", "at", "inputs");
        var trigger = RequiredText(node, members, "trigger");
        var at = RequiredText(node, members, "at");
        var inputs = Cells(members, "inputs");
        return trigger is null || at is null ? null : new RowsMap(trigger, at, inputs);
    }

    private Dictionary<string, CellMap> Cells(Dictionary<string, YamlNode> members, string name)
    {
        var cells = new Dictionary<string, CellMap>(StringComparer.Ordinal);
        foreach (var (path, node) in Entries(members, name))
        {
            if (ReadCell(node) is { } cell)
            {
                cells[path] = cell;
            }
        }

        return cells;
    }

    private CellMap? ReadCell(YamlNode node)
    {
        if (node is YamlScalarNode)
        {
            return Text(node, "column") is { } plain
                ? new CellMap(plain, Constant: null, CellType.Text, Values: null)
                : null;
        }

        var members = Members(node, "value", "column", "type", "values");
        var type = ReadType(members);
        if (members.TryGetValue("value", out var constant) == members.ContainsKey("column"))
        {
            Fault(node.Start, "a cell has either `value` or `column`");
            return null;
        }

        if (constant is not null)
        {
            return ReadConstant(constant, type);
        }

        var values = members.ContainsKey("values")
            ? Entries(members, "values").ToDictionary(
                entry => entry.Name, entry => Text(entry.Node, entry.Name) ?? "", StringComparer.Ordinal)
            : null;
        return Text(members["column"], "column") is { } column
            ? new CellMap(column, Constant: null, type, values)
            : null;
    }

    private CellMap? ReadConstant(YamlNode node, CellType type)
    {
        if (Text(node, "value") is not { } text)
        {
            return null;
        }

        if (CellText.Read(text, type, time: null) is { } value)
        {
            return new CellMap(Column: null, value, type, Values: null);
        }

        Fault(node.Start, $"`{text}` is no {type.ToString().ToLowerInvariant()}");
        return null;
    }

    private CellType ReadType(Dictionary<string, YamlNode> members)
    {
        if (!members.TryGetValue("type", out var node) || Text(node, "type") is not { } text)
        {
            return CellType.Text;
        }

        if (Enum.TryParse<CellType>(text, ignoreCase: true, out var type) && Enum.IsDefined(type))
        {
            return type;
        }

        Fault(node.Start, $"`{text}` is none of text, date, number, boolean");
        return CellType.Text;
    }

    private Dictionary<string, YamlNode> Members(YamlNode node, params string[] known)
    {
        var members = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        foreach (var (name, member) in Entries(node))
        {
            if (known.Contains(name, StringComparer.Ordinal))
            {
                members[name] = member;
            }
            else
            {
                Fault(member.Start, $"`{name}` is not known here; known: {string.Join(", ", known)}");
            }
        }

        return members;
    }

    private List<(string Name, YamlNode Node)> Entries(Dictionary<string, YamlNode> members, string name) =>
        members.TryGetValue(name, out var node) ? Entries(node) : [];

    private List<(string Name, YamlNode Node)> Entries(YamlNode node)
    {
        if (node is YamlMappingNode mapping)
        {
            return [.. mapping.Children.Select(child => ((child.Key as YamlScalarNode)?.Value ?? "", child.Value))];
        }

        Fault(node.Start, "a mapping is needed here");
        return [];
    }

    private string? RequiredText(YamlNode owner, Dictionary<string, YamlNode> members, string name) =>
        members.TryGetValue(name, out var node) ? Text(node, name) : Missing<string>(owner, name);

    private string? Text(YamlNode node, string name)
    {
        if (node is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        Fault(node.Start, $"`{name}` needs a text");
        return null;
    }

    private T? Missing<T>(YamlNode owner, string name)
        where T : class
    {
        Fault(owner.Start, $"`{name}` is missing");
        return null;
    }

    private void Fault(Mark at, string what) => _errors.Add(new HostError(
        HostCodes.BadMap, string.Create(CultureInfo.InvariantCulture, $"{_file}:{at.Line}:{at.Column}"), what));
}
