using System.Globalization;
using System.Resources;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>The words of problems, in English and Vietnamese. A guard speaks in the pack's own words.</summary>
public static class EngineMessages
{
    private const string EngineFamily = "CF1";

    private static readonly ResourceManager Texts =
        new("CaseFlow.Engine.Commands.EngineMessages", typeof(EngineMessages).Assembly);

    /// <summary>What is wrong, one sentence.</summary>
    public static string Message(this Problem problem, CultureInfo culture)
    {
        if (problem.Texts is { Count: > 0 } texts)
        {
            return texts.GetValueOrDefault(culture.TwoLetterISOLanguageName) ?? texts.First().Value;
        }

        return IsOwn(problem.Code)
            ? Fill(Texts.GetString(problem.Code, culture) ?? problem.Code, culture, problem.Arguments)
            : RulesMessages.Message(problem.Code, culture, problem.Arguments);
    }

    /// <summary>What to do about it; empty where the message says all.</summary>
    public static string Help(this Problem problem, CultureInfo culture) =>
        IsOwn(problem.Code)
            ? Fill(Texts.GetString(problem.Code + ".help", culture) ?? "", culture, problem.Arguments)
            : RulesMessages.Help(problem.Code, culture, problem.Arguments, didYouMean: null);

    private static bool IsOwn(string code) => code.StartsWith(EngineFamily, StringComparison.Ordinal);

    private static string Fill(string text, CultureInfo culture, IReadOnlyList<string> arguments) =>
        arguments.Count == 0
            ? text
            : string.Format(culture, text, [.. arguments.Select(argument => InWords(argument, culture))]);

    // A length of time is quoted as `30 day`; people read it in their own language.
    private static string InWords(string argument, CultureInfo culture) =>
        argument.Split(' ') is [var count, var unit]
        && RuleDuration.UnitOf(unit) is { } known
        && int.TryParse(count, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? ExplanationSentence.Of(new RuleDuration(number, known), culture)
            : argument;
}
