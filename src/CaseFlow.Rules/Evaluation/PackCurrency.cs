using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Checking;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>The currency in which a total of nothing is told: the first that the pack writes.</summary>
internal static class PackCurrency
{
    /// <summary>The code; that of no currency where the pack writes no amount.</summary>
    public static string Of(BoundPack pack) => Amounts(pack).FirstOrDefault()?.Currency ?? MoneyUnits.NoCurrency;

    private static IEnumerable<MoneyValue> Amounts(BoundPack pack)
    {
        var parameters = pack.Parameters.SelectMany(parameter => parameter.Values).Select(dated => dated.Value);
        var constants = PackExpressions.All(pack).SelectMany(ExpressionParts.All).OfType<ConstantExpression>();
        return parameters.Concat(constants.Select(constant => constant.Value)).OfType<MoneyValue>();
    }
}
