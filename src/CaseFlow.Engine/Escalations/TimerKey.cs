using System.Globalization;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Escalations;

/// <summary>What a timer of a case is for: `breach/7`, `end/9`, `step/7/overdue/late/1`.</summary>
/// <param name="Started">Sequence of the start of the deadline it belongs to.</param>
public abstract record TimerKey(int Started)
{
    private const string BreachKind = "breach";
    private const string EndKind = "end";
    private const string StepKind = "step";

    /// <summary>The key as it is stored.</summary>
    public string Text => this switch
    {
        StepTimer step =>
            StepKind + "/" + CaseState.StepKey(step.Started, step.Ladder, step.Step, step.Occurrence),
        BreachTimer => BreachKind + "/" + Started.ToString(CultureInfo.InvariantCulture),
        _ => EndKind + "/" + Started.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Reads a stored key; null where it is none.</summary>
    public static TimerKey? Read(string text)
    {
        var parts = text.Split('/');
        if (parts.Length < 2 || Number(parts[1]) is not { } started)
        {
            return null;
        }

        return (parts[0], parts.Length) switch
        {
            (BreachKind, 2) => new BreachTimer(started),
            (EndKind, 2) => new EndTimer(started),
            (StepKind, 5) when Number(parts[4]) is { } occurrence =>
                new StepTimer(started, parts[2], parts[3], occurrence),
            _ => null,
        };
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>The first instant after a duty's due moment.</summary>
public sealed record BreachTimer(int Started) : TimerKey(Started);

/// <summary>The end of a waiting period.</summary>
public sealed record EndTimer(int Started) : TimerKey(Started);

/// <summary>The moment of a ladder's step.</summary>
public sealed record StepTimer(int Started, string Ladder, string Step, int Occurrence) : TimerKey(Started);
