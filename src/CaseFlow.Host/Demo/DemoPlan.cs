using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;

namespace CaseFlow.Host.Demo;

/// <summary>One command of the demo at its own instant.</summary>
/// <param name="At">When it is sent, UTC.</param>
/// <param name="Petition">Its petition.</param>
/// <param name="Number">Which step of the petition, from 1; 0 opens it.</param>
internal sealed record DemoStep(DateTimeOffset At, SamplePetition Petition, int Number);

/// <summary>
/// The commands of the sample petitions in the order of time, under keys that stay the same from run to run.
/// </summary>
internal static class DemoPlan
{
    private static readonly TimeOnly OfficeOpens = new(9, 0);

    private static readonly Principal Counter = new("demo", [], AllRoles: true);

    /// <summary>
    /// All steps, those of one day at one-second distance from nine o'clock on. With <paramref name="days"/>, only
    /// those of the first days of the samples' span.
    /// </summary>
    public static IReadOnlyList<DemoStep> StepsOf(IReadOnlyList<SamplePetition> petitions, AgencyTime time, int? days)
    {
        var planned = petitions
            .SelectMany((petition, order) => DaysOf(petition).Select((day, number) => (day, order, petition, number)))
            .OrderBy(step => step.day)
            .ThenBy(step => step.order)
            .ThenBy(step => step.number)
            .ToList();
        var end = days is { } limit && planned.Count > 0 ? planned[0].day.AddDays(limit) : DateOnly.MaxValue;
        return
        [
            .. planned
                .Where(step => step.day < end)
                .GroupBy(step => step.day)
                .SelectMany(day => day.Select((step, second) => new DemoStep(
                    time.At(step.day, OfficeOpens).AddSeconds(second), step.petition, step.number))),
        ];
    }

    /// <summary>
    /// The command of a step; <paramref name="caseOf"/> finds the case of a petition that was opened before.
    /// </summary>
    public static Command CommandOf(DemoStep step, Func<string, CaseId?> caseOf)
    {
        var petition = step.Petition;
        if (step.Number == 0)
        {
            return new OpenCase(KeyOf(petition, "open"), Counter)
            {
                Agency = petition.Agency,
                Facts = Copy(petition.Facts),
                Parent = petition.Parent is { } parent ? caseOf(parent) : null,
                Petitioners = petition.Petitioners,
            };
        }

        var sample = petition.Steps[step.Number - 1];

        // A petition whose opening was refused has no case: its steps find none, and are reported with it.
        var caseId = caseOf(petition.Id) ?? default;
        return new FireTrigger(
            KeyOf(petition, step.Number.ToString(CultureInfo.InvariantCulture)),
            sample.Principal ?? Counter,
            caseId,
            sample.Trigger
        )
        {
            Facts = Copy(sample.Facts),
            Inputs = Copy(sample.Inputs),
        };
    }

    // A step dated before the one above it would be played out of order: it waits for that one.
    private static IEnumerable<DateOnly> DaysOf(SamplePetition petition)
    {
        var day = petition.OpensOn;
        yield return day;
        foreach (var step in petition.Steps)
        {
            day = step.On > day ? step.On : day;
            yield return day;
        }
    }

    private static JsonObject? Copy(JsonObject? value) => (JsonObject?)value?.DeepClone();

    private static string KeyOf(SamplePetition petition, string part) => $"demo/{petition.Id}/{part}";
}
