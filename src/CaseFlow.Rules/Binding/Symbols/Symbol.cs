using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Outlines;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Symbols;

/// <summary>
/// A declared thing with its names. Symbols are compared by reference: two modules that write it in two languages mean
/// the same symbol.
/// </summary>
/// <param name="name">The canonical name: as declared.</param>
/// <param name="span">Where it is declared.</param>
public abstract class Symbol(string name, SourceSpan span)
{
    /// <summary>The canonical name, used in JSON and in traces.</summary>
    public string Name { get; } = name;

    /// <summary>Where it is declared.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>Names in other languages, by language code.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What people read, by language code.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The comment above the declaration.</summary>
    public string? Note { get; init; }

    /// <summary>The label in a language, else the alias in it, else the name; underscores read as spaces.</summary>
    public string LabelIn(string language) =>
        Labels.TryGetValue(language, out var label) ? label
        : (Aliases.TryGetValue(language, out var alias) ? alias : Name).Replace('_', ' ');

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A declared law.</summary>
public sealed class LawSymbol(string name, string title, LawPeriod period, SourceSpan span) : Symbol(name, span)
{
    /// <summary>The law's full title.</summary>
    public string Title { get; } = title;

    /// <summary>When it is in force.</summary>
    public LawPeriod Period { get; } = period;

    /// <summary>What stands in it; null where the pack does not list that.</summary>
    public LawOutline? Outline { get; internal set; }

    /// <summary>The laws that amend it.</summary>
    public IReadOnlyList<string> AmendedBy { get; init; } = [];

    /// <summary>True where the declaration itself still needs confirming.</summary>
    public bool Unverified { get; init; }
}

/// <summary>Days on which something is in force.</summary>
/// <param name="From">First day, inclusive; <see cref="DateOnly.MinValue"/> where open.</param>
/// <param name="Before">The day after the last, or null where open.</param>
public readonly record struct LawPeriod(DateOnly From, DateOnly? Before)
{
    /// <summary>All days.</summary>
    public static LawPeriod Always { get; } = new(DateOnly.MinValue, null);

    /// <summary>Whether <paramref name="day"/> lies inside.</summary>
    public bool Contains(DateOnly day) => day >= From && (Before is not { } before || day < before);

    /// <summary>The days common to both; <see cref="IsEmpty"/> where there are none.</summary>
    public LawPeriod Intersect(LawPeriod other)
    {
        var from = From > other.From ? From : other.From;
        var before = Before is { } a && other.Before is { } b ? (a < b ? a : b) : Before ?? other.Before;
        return new LawPeriod(from, before);
    }

    /// <summary>True where no day lies inside.</summary>
    public bool IsEmpty => Before is { } before && before <= From;
}

/// <summary>An enum; its members are ordered by declaration, later is higher.</summary>
public sealed class EnumSymbol(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>The members in order.</summary>
    public IReadOnlyList<EnumMemberSymbol> Members { get; internal set; } = [];
}

/// <summary>A member of an enum.</summary>
public sealed class EnumMemberSymbol(string name, int ordinal, EnumSymbol owner, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Place in the declaration, from 0.</summary>
    public int Ordinal { get; } = ordinal;

    /// <summary>The enum.</summary>
    public EnumSymbol Owner { get; } = owner;
}

/// <summary>A record type.</summary>
public sealed class RecordSymbol(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Its fields in order.</summary>
    public IReadOnlyList<FieldSymbol> Fields { get; internal set; } = [];
}

/// <summary>A root of facts, such as `petition`.</summary>
public sealed class FactsSymbol(string name, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Its fields in order.</summary>
    public IReadOnlyList<FieldSymbol> Fields { get; internal set; } = [];
}

/// <summary>A field of a record or of a facts root, or an input of a trigger.</summary>
public sealed class FieldSymbol(string name, RuleType type, SourceSpan span) : Symbol(name, span)
{
    /// <summary>Its type.</summary>
    public RuleType Type { get; } = type;

    /// <summary>Where all of its declaration stands.</summary>
    public SourceSpan Whole { get; init; } = span;

    /// <summary>The root that it belongs to; null for a record's field or an input.</summary>
    public FactsSymbol? Root { get; init; }

    /// <summary>
    /// Place among all facts of the pack, from 0 in declared order; -1 for a record's field or an input.
    /// </summary>
    public int Slot { get; init; } = -1;

    /// <summary>What to ask a person for it.</summary>
    public string? Ask { get; init; }

    /// <summary>The value taken where nobody has told: the language's sole default.</summary>
    public Value? Assumed { get; init; }

    /// <summary>What the assumption rests on.</summary>
    public IReadOnlyList<Citation> AssumedPer { get; init; } = [];

    /// <summary>`petition.kind` for a fact, the bare name otherwise.</summary>
    public string Path => Root is null ? Name : Root.Name + "." + Name;
}

/// <summary>A reference to a law, or to a practice.</summary>
/// <param name="Law">The law; null for a practice.</param>
/// <param name="Parts">Article, clause, point, section as written.</param>
/// <param name="Practice">The practice's words; null for a law.</param>
/// <param name="Unverified">True where it still needs confirming.</param>
/// <param name="Span">Where it is cited.</param>
public sealed record Citation(
    LawSymbol? Law, IReadOnlyList<CitationPart> Parts, string? Practice, bool Unverified, SourceSpan Span)
{
    /// <summary>The form of outcomes: `ND155 art 10`, `LKN art 11 cl 6`, `practice "…"`.</summary>
    public string Text => Law is null
        ? $"practice \"{Practice}\""
        : string.Join(' ', Parts.Select(part => LawReference.Text(part.Kind, part.Reference)).Prepend(Law.Name));
}
