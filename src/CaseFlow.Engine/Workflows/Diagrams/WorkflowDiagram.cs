using System.Globalization;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Diagrams;

/// <summary>
/// Draws a workflow as a Mermaid flowchart: activities as nodes, containers as subgraphs, connections with their ports.
/// Pure; the same definition gives the same text.
/// </summary>
public static class WorkflowDiagram
{
    private static readonly (ActivityProgress Progress, string Style)[] Styles =
    [
        (ActivityProgress.Running, "fill:#cfe2ff,stroke:#0d6efd"),
        (ActivityProgress.Waiting, "fill:#fff3cd,stroke:#b58100,stroke-width:3px"),
        (ActivityProgress.Done, "fill:#d1e7dd,stroke:#198754"),
        (ActivityProgress.Faulted, "fill:#f8d7da,stroke:#dc3545,stroke-width:3px"),
        (ActivityProgress.Cancelled, "fill:#e9ecef,stroke:#6c757d,stroke-dasharray:4 2"),
    ];

    /// <summary>The diagram of a definition.</summary>
    public static string Of(WorkflowDefinition definition) => Of(definition, []);

    /// <summary>
    /// The diagram of an instance: the definition, with what each activity has come to as its class.
    /// </summary>
    /// <param name="definition">The version that the instance pins.</param>
    /// <param name="marks">What its activities have come to; marks of others are passed over.</param>
    public static string Of(WorkflowDefinition definition, IReadOnlyList<ActivityMark> marks)
    {
        var notes = marks.Where(mark => mark.Note is not null)
            .ToDictionary(mark => mark.NodeId, mark => mark.Note!, StringComparer.Ordinal);
        var drawing = new ActivityDrawing(notes);
        drawing.Draw(definition.Root);
        string[] lines =
        [
            "---",
            $"title: {MermaidText.Title(definition.Name ?? definition.DefinitionId)}",
            "---",
            "flowchart TD",
            .. drawing.Lines,
            .. Triggers(drawing),
            .. Styles.SelectMany(style => Class(drawing, marks, style.Progress, style.Style)),
        ];
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Triggers(ActivityDrawing drawing) =>
        Class("trigger", "stroke-width:3px", drawing.Triggers);

    private static IEnumerable<string> Class(
        ActivityDrawing drawing, IReadOnlyList<ActivityMark> marks, ActivityProgress progress, string style) =>
        Class(
            progress.ToString().ToLower(CultureInfo.InvariantCulture),
            style,
            [
                .. from mark in marks
                   where mark.Progress == progress
                   let drawn = drawing.Find(mark.NodeId)
                   where drawn is not null
                   select drawn,
            ]);

    private static IEnumerable<string> Class(string name, string style, IReadOnlyList<string> ids) => ids.Count == 0
        ? []
        : [$"  classDef {name} {style}", $"  class {string.Join(',', ids)} {name}"];
}
