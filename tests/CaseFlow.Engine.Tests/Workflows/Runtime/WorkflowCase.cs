using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Tests.Workflows.Scripting;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Runtime.Stored;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Scripting;

namespace CaseFlow.Engine.Tests.Workflows.Runtime;

/// <summary>
/// A definition as data, and what it is put through: `NAME.json`, beside it `NAME.steps` with a step a line:
/// `input {…}` is what the starter gives; `event NAME …`, `task NAME …`, `answer KIND …` resume all that wait so, with
/// a value as JSON; `wait 00:05:00` lets time go by; `cancel` ends it. The definitions in the folder `NAME` are there
/// to be used as activities.
/// </summary>
internal sealed class WorkflowCase
{
    public static readonly DateTimeOffset Start = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    // No clock: what a script comes to does not hang on how busy the machine is.
    private static readonly WorkflowFeatures Features = new(new JintScriptEngine(new StillTime()));

    private readonly List<string> _told = [];
    private readonly WorkflowRun? _run;
    private DateTimeOffset _now = Start;
    private int _lines;

    private readonly bool _isKept;

    private WorkflowCase(string file, bool isKept)
    {
        _isKept = isKept;
        var name = Path.GetFileNameWithoutExtension(file);
        var steps = Steps(Path.ChangeExtension(file, ".steps"));
        var reading = DefinitionReader.Read(File.ReadAllBytes(file), name);
        _run = WorkflowRun.Start(
            reading.Definition!, Features, Library(file), "instance", InputOf(steps), _now,
            out var findings);
        _told.AddRange(reading.Findings.Concat(findings)
            .Select(found => $"{found.Severity.ToString().ToLowerInvariant()}: {found.Code} {found.Path}"));
        if (_run is not null)
        {
            Tell();
            steps.Where(step => step.Verb != "input").ToList().ForEach(Play);
            _told.AddRange(End(_run.State));
        }
    }

    /// <summary>What it prints, after each step, and how it stands in the end.</summary>
    public static string Play(string file) => string.Join('\n', new WorkflowCase(file, isKept: false)._told);

    /// <summary>The same, where the state is written to bytes and read again after every burst.</summary>
    public static string PlayKept(string file) => string.Join('\n', new WorkflowCase(file, isKept: true)._told);

    private static WorkflowCollection Library(string file)
    {
        var folder = Path.ChangeExtension(file, null);
        return new WorkflowCollection(Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder).Order().Select(path => DefinitionReader.Read(
                File.ReadAllBytes(path), Path.GetFileNameWithoutExtension(path)).Definition!)
            : []);
    }

    private static List<Step> Steps(string file) =>
        File.Exists(file)
            ? [.. File.ReadLines(file).Where(line => line.Length > 0).Select(Step.Read)]
            : [];

    private static IReadOnlyDictionary<string, object?> InputOf(List<Step> steps) =>
        steps.Find(step => step.Verb == "input")?.Value as IReadOnlyDictionary<string, object?>
        ?? new Dictionary<string, object?>();

    private void Play(Step step)
    {
        _told.Add($"> {step.Text}");
        switch (step.Verb)
        {
            case "wait":
                Wait(TimeSpan.Parse(step.Name, CultureInfo.InvariantCulture));
                break;
            case "cancel":
                _run!.Cancel(_now);
                break;
            default:
                Resume(step);
                break;
        }

        Tell();
    }

    private void Resume(Step step)
    {
        var waiting = _run!.State.Bookmarks.Where(bookmark => Answers(step, bookmark)).ToList();
        waiting.Should().NotBeEmpty("`{0}` must resume something", step.Text);
        waiting.ForEach(bookmark =>
        {
            _run.Resume(bookmark.Number, step.Value, _now);
            Keep();
        });
    }

    private static bool Answers(Step step, Bookmark bookmark) => step.Verb switch
    {
        "event" => bookmark.Kind == BookmarkKinds.Event && bookmark.Key == step.Name,
        "task" => bookmark.Kind == BookmarkKinds.Task
            && ((IReadOnlyDictionary<string, object?>)bookmark.Payload!)["taskName"] as string == step.Name,
        "answer" => bookmark.Kind == step.Name,
        _ => throw new InvalidOperationException($"No step is called `{step.Verb}`."),
    };

    private void Wait(TimeSpan span)
    {
        var until = _now + span;
        while (_run!.State.Bookmarks
            .Where(bookmark => bookmark.Kind == BookmarkKinds.Time && bookmark.DueAt <= until)
            .OrderBy(bookmark => bookmark.DueAt).ThenBy(bookmark => bookmark.Number).FirstOrDefault() is { } due)
        {
            _now = due.DueAt > _now ? due.DueAt.Value : _now;
            _run.Resume(due.Number, null, _now);
            Keep();
        }

        _now = until;
    }

    private void Keep()
    {
        if (_isKept)
        {
            var written = StateCodec.Write(_run!.State);
            written.Finding.Should().BeNull();
            _run.State = StateCodec.Read(written.Bytes, _run.Program).State!;
        }
    }

    private void Tell()
    {
        Keep();
        _told.AddRange(_run!.Lines.Skip(_lines));
        _lines = _run.Lines.Count;
    }

    private static IEnumerable<string> End(WorkflowState state) =>
    [
        $"status: {state.SubStatus}",
        .. state.Incidents.Select(incident => Line("incident:", incident.Code, incident.NodeId, incident.Arguments)),
        .. state.Bookmarks.Select(bookmark => Waiting(state, bookmark)),
        .. state.Output.Select(output => $"output: {output.Key} = {ValueJson.Text(output.Value)}"),
        .. state.Name is { } name ? [$"name: {name}"] : Array.Empty<string>(),
        .. state.CorrelationId is { } id ? [$"correlation: {id}"] : Array.Empty<string>(),
    ];

    private static string Waiting(WorkflowState state, Bookmark bookmark)
    {
        var node = state.Contexts.First(context => context.Number == bookmark.Context).Node.NodeId;
        var due = bookmark.DueAt?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return Line("waits:", node, bookmark.Kind, [bookmark.Key, due ?? ""]);
    }

    private static string Line(string what, string first, string second, IEnumerable<string> rest) =>
        string.Join(' ', new[] { what, first, second }.Concat(rest).Where(word => word.Length > 0));

    private sealed record Step(string Text, string Verb, string Name, object? Value)
    {
        public static Step Read(string line)
        {
            var words = line.Split(' ', 2);
            var name = words[0] == "input" || words.Length == 1 ? "" : words[1].Split(' ')[0];
            var rest = words.Length == 1 ? "" : words[1][name.Length..].Trim();
            return new Step(line, words[0], name, rest.Length == 0 ? null : Parsed(rest));
        }

        private static object? Parsed(string json)
        {
            using var document = JsonDocument.Parse(json);
            return ValueJson.Read(document.RootElement);
        }
    }
}
