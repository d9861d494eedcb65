namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>The analysis of a decision has looked at as many regions as it may; what it found stands.</summary>
internal sealed class BudgetSpentException() : Exception("The budget of the analysis is spent.");
