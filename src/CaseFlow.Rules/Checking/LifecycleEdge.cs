using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Rules.Checking;

/// <summary>One way from a state to a state, by one body of one trigger.</summary>
internal sealed record LifecycleEdge(BoundTrigger Trigger, BoundTriggerBody Body, BoundState From, BoundState To);
