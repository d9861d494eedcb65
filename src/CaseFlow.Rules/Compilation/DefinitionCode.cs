using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>A definition as code.</summary>
internal sealed class DefinitionCode(DefinitionSymbol symbol, DateOnly[] days, ValueReader reader)
{
    /// <summary>The definition.</summary>
    public DefinitionSymbol Symbol => symbol;

    /// <summary>Whether it gives other values on other governing dates.</summary>
    public bool HangsOnDay => days.Length > 0;

    /// <summary>
    /// Which of its values a governing date asks for: two dates of one age get the same value in the same case.
    /// </summary>
    public int AgeOn(DateOnly? day)
    {
        if (days.Length == 0)
        {
            return 0;
        }

        if (day is not { } known)
        {
            return -1;
        }

        var age = 0;
        while (age < days.Length && days[age] <= known)
        {
            age++;
        }

        return age;
    }

    /// <summary>Computes the value.</summary>
    public Value Read(Frame frame) => reader.Read(frame);
}
