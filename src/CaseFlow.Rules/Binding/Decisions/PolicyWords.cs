using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Hit policies in the words of a module's language: what findings quote.</summary>
internal static class PolicyWords
{
    /// <summary>`hit sum`, `cách chọn cộng điểm`.</summary>
    public static string Of(HitPolicy policy, string language) => language == "vi"
        ? "cách chọn " + InVietnamese(policy)
        : "hit " + InEnglish(policy);

    private static string InEnglish(HitPolicy policy) => policy switch
    {
        HitPolicy.First => "first hit",
        HitPolicy.Collect => "collect",
        HitPolicy.Sum => "sum",
        HitPolicy.Highest => "highest",
        HitPolicy.Lowest => "lowest",
        _ => "single",
    };

    private static string InVietnamese(HitPolicy policy) => policy switch
    {
        HitPolicy.First => "dòng đầu",
        HitPolicy.Collect => "tập hợp",
        HitPolicy.Sum => "cộng điểm",
        HitPolicy.Highest => "cao nhất",
        HitPolicy.Lowest => "thấp nhất",
        _ => "duy nhất",
    };
}
