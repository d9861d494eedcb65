using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Hit policies in the words of a module's language: what findings quote.</summary>
internal static class PolicyWords
{
    /// <summary>`hit sum`, `cách chọn cộng điểm`.</summary>
    public static string Of(HitPolicy policy, ModuleScope module) =>
        module.Phrase(Keyword.Hit) + " " + module.Phrase(KeywordOf(policy));

    private static Keyword KeywordOf(HitPolicy policy) => policy switch
    {
        HitPolicy.First => Keyword.FirstHit,
        HitPolicy.Collect => Keyword.Collect,
        HitPolicy.Sum => Keyword.Sum,
        HitPolicy.Highest => Keyword.Highest,
        HitPolicy.Lowest => Keyword.Lowest,
        _ => Keyword.Single,
    };
}
