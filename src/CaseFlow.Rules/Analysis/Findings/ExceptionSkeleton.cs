using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// The fix for two rules that disagree: an exception to both, with the values of the later one to be corrected. Rows of
/// one table have no name to write an exception to; neither have rules whose values are not literals.
/// </summary>
internal static class ExceptionSkeleton
{
    /// <summary>The fix, or none.</summary>
    public static IEnumerable<TextFix> For(
        AnalysedPack pack, BoundDecision decision, Candidate one, Candidate other)
    {
        var words = pack.WordsAt(decision.Symbol.Span);
        var (left, right) = (NameOf(one), NameOf(other));
        var values = other.Version.Values
            .Select(value => value is ConstantExpression constant ? words.Value(constant.Value) : null)
            .ToList();
        if (left == right || values.Contains(null) || pack.Pack.Modules.Count == 0)
        {
            return [];
        }

        var assigned = decision.Symbol.Outputs
            .Select(output => words.Name(output) + " " + words.Word(Keyword.Is) + " " + values[output.Index]);
        var and = " " + words.Word(Keyword.And) + " ";
        var practice = WitnessTexts.Of("ExceptionPer", words.Culture);
        var text = $"\n\n  {words.Word(Keyword.Exception)} {left}_{right} {words.Word(Keyword.To)} {left}{and}{right}\n"
            + $"    {words.Word(Keyword.Per)} {words.Word(Keyword.Practice)} \"{practice}\"\n"
            + $"    {words.Word(Keyword.Then)} {string.Join(and, assigned)}";
        return [new TextFix([new TextEdit(decision.Rules.MaxBy(rule => rule.End.Start)!.End, text)])];
    }

    private static string NameOf(Candidate candidate) => candidate.Source.Name.Split('#')[0];
}
