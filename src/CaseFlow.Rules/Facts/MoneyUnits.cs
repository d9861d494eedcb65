namespace CaseFlow.Rules.Facts;

/// <summary>Minor units of currencies: how many decimals an amount is written with.</summary>
public static class MoneyUnits
{
    /// <summary>The code of no currency (ISO 4217): what nothing amounts to where no amount is written.</summary>
    public static string NoCurrency { get; } = new('X', 3);

    private const int MostCurrenciesHave = 2;

    /// <summary>The currency of the country.</summary>
    public const string Dong = "VND";

    /// <summary>Decimals of a currency: 0 for those without minor units (VND), else 2.</summary>
    public static int DecimalsOf(string currency) => currency is "VND" or "JPY" or "KRW" ? 0 : MostCurrenciesHave;

    /// <summary>The amount as it is written: 1050 minor units of EUR are 10.50.</summary>
    public static decimal ToMajor(MoneyValue money) => money.Minor / Factor(money.Currency);

    /// <summary>
    /// The amount in minor units; null where it has more decimals than the currency, or is too large.
    /// </summary>
    public static MoneyValue? FromMajor(decimal amount, string currency)
    {
        var factor = Factor(currency);
        return Math.Abs(amount) <= long.MaxValue / factor && decimal.IsInteger(amount * factor)
            ? new MoneyValue((long)(amount * factor), currency)
            : null;
    }

    /// <summary>
    /// Whether two amounts may be added and compared: one currency, or one of them is nothing of none.
    /// </summary>
    internal static bool GoTogether(MoneyValue one, MoneyValue other) =>
        one.Currency == other.Currency || IsNothing(one) || IsNothing(other);

    private static bool IsNothing(MoneyValue money) => money.Minor == 0 && money.Currency == NoCurrency;

    private static decimal Factor(string currency) => DecimalsOf(currency) == 0 ? 1 : 100;
}
