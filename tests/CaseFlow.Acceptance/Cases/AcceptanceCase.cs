using System.Text.Json.Nodes;

namespace CaseFlow.Acceptance.Cases;

/// <summary>One case derived from the law: what is given, and what must come of it.</summary>
/// <param name="Id">Names the case in the test's row.</param>
/// <param name="Area">deadline, calendar, … ; decides who runs it.</param>
/// <param name="Given">What the case tells; everything else is filled from the vocabulary's defaults.</param>
/// <param name="Expect">Every key of it is compared.</param>
/// <param name="Why">The article, in the words of the case's author.</param>
/// <param name="Certainty">V: the rule's text was read; M: from memory or by inference.</param>
internal sealed record AcceptanceCase(
    string Id, string Area, JsonObject Given, JsonObject Expect, string Why, string Certainty);
