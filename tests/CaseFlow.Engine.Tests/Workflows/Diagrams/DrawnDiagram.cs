using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Tests.Workflows.Diagrams;

/// <summary>
/// The part of Mermaid's grammar that diagrams of workflows use, read strictly: what it does not know is not drawn.
/// </summary>
internal sealed partial class DrawnDiagram
{
    private readonly Dictionary<string, string?> _parents = new(StringComparer.Ordinal);
    private readonly List<(string From, string To)> _edges = [];
    private readonly Stack<string> _open = new();

    private DrawnDiagram()
    {
    }

    /// <summary>Nodes and subgraphs by the subgraph that they stand in.</summary>
    public IReadOnlyDictionary<string, string?> Parents => _parents;

    public IReadOnlyList<(string From, string To)> Edges => _edges;

    /// <summary>Labels as they are shown.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Reads; throws where something stands that the grammar does not have, or stands twice.</summary>
    public static DrawnDiagram Read(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        lines[0].Should().Be("---");
        lines[1].Should().MatchRegex("^title: \"([^\"\\\\<>]|\\\\.)*\"$");
        lines[2].Should().Be("---");
        lines[3].Should().Be("flowchart TD");
        var drawn = new DrawnDiagram();
        foreach (var line in lines.Skip(4))
        {
            drawn.Take(line.Trim());
        }

        drawn._open.Should().BeEmpty("every subgraph ends");
        return drawn;
    }

    private void Take(string line)
    {
        if (Box().Match(line) is { Success: true } box)
        {
            Declare(box);
            _open.Push(box.Groups["id"].Value);
        }
        else if (line == "end")
        {
            _open.TryPop(out _).Should().BeTrue("an end ends something");
        }
        else if (Node().Match(line) is { Success: true } node)
        {
            Declare(node);
        }
        else if (Edge().Match(line) is { Success: true } edge)
        {
            _edges.Add((edge.Groups["from"].Value, edge.Groups["to"].Value));
        }
        else
        {
            Style().IsMatch(line).Should().BeTrue("`{0}` is a line of a diagram", line);
        }
    }

    private void Declare(Match match)
    {
        _parents.TryAdd(match.Groups["id"].Value, _open.TryPeek(out var owner) ? owner : null)
            .Should().BeTrue("`{0}` is declared once", match.Value);
        Labels.Add(Number().Replace(
            match.Groups["label"].Value,
            found => char.ConvertFromUtf32(int.Parse(
                found.Groups["rune"].Value, System.Globalization.CultureInfo.InvariantCulture))));
    }

    private const string Safe = "(?<label>([\\p{L}\\p{N}\\p{M} …_-]|#\\d+;|<br/>)+)";

    [GeneratedRegex("^subgraph (?<id>n\\d+)\\[\"" + Safe + "\"\\]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Box();

    [GeneratedRegex(
        "^(?<id>n\\d+)(\\[|\\(|\\(\\[|\\{|\\(\\()\"" + Safe + "\"(\\]|\\)|\\]\\)|\\}|\\)\\))$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Node();

    [GeneratedRegex(
        "^(?<from>n\\d+) -->(\\|\"" + Safe + "\"\\|)? (?<to>n\\d+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Edge();

    [GeneratedRegex("^class(Def [a-z]+ [a-z0-9:#, -]+| n\\d+(,n\\d+)* [a-z]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();

    [GeneratedRegex("#(?<rune>\\d+);", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
