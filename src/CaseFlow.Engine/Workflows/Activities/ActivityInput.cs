using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>An input of a type of activities, as far as it can be judged before it is run.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">What it must fit.</param>
internal sealed record ActivityInput(string Name, WorkflowType Type)
{
    /// <summary>Whether the activity fails where it has no value.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>What is wrong with a value that fits the type; null: nothing, or whatever fits is right.</summary>
    public Func<object, InputProblem?>? Judge { get; init; }

    /// <summary>One that must have a value.</summary>
    public static ActivityInput Needed(string name, WorkflowType type) => new(name, type) { IsNeeded = true };

    /// <summary>One that is one of some names.</summary>
    public static ActivityInput OneOf(string name, Predicate<string> isKnown, string names) =>
        new(name, WorkflowType.Text)
        {
            Judge = value => isKnown((string)value)
                ? null
                : new InputProblem(Diagnostics.WorkflowCodes.ValueDoesNotFit, name, names),
        };
}

/// <summary>What is wrong with a value.</summary>
/// <param name="Code">`CF10###`.</param>
/// <param name="Arguments">What the message quotes.</param>
internal sealed record InputProblem(string Code, params IReadOnlyList<string> Arguments);
