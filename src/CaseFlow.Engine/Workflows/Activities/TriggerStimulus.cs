namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>What has an activity start instances of its workflow.</summary>
/// <param name="Kind">One of <see cref="Storage.BookmarkKinds"/>.</param>
/// <param name="Key">What the one who starts it looks for: an event's name; empty: nothing.</param>
/// <param name="DueAt">When time starts the next instance, UTC; null: time does not, or not any more.</param>
internal sealed record TriggerStimulus(string Kind, string Key, DateTimeOffset? DueAt);
