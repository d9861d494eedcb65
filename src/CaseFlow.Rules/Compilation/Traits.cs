namespace CaseFlow.Rules.Compilation;

/// <summary>What an expression may do besides giving a value, in itself or through what it reads.</summary>
[Flags]
internal enum Traits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It may take an assumption, which the outcome then tells: so it is evaluated in order.</summary>
    MayAssume = 1,

    /// <summary>The case may have no answer: so it is not passed over where the interpreter evaluates it.</summary>
    MayFault = 2,

    /// <summary>It gives other values on other governing dates.</summary>
    HangsOnDay = 4,

    /// <summary>It reads a parameter.</summary>
    ReadsParameter = 8,

    /// <summary>It reads the case or an input, which are no facts.</summary>
    ReadsCase = 16,

    /// <summary>It names the element of a list around it.</summary>
    ReadsElement = 32,
}
