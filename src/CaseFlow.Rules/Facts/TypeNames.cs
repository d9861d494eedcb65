namespace CaseFlow.Rules.Facts;

/// <summary>Types by their words in the language.</summary>
internal static class TypeNames
{
    /// <summary>`date`, `instance`, `list of petitioner`.</summary>
    public static string Of(RuleType type) => type.Kind switch
    {
        TypeKind.Boolean => "boolean",
        TypeKind.Number => "number",
        TypeKind.Money => "money",
        TypeKind.Date => "date",
        TypeKind.Duration => "duration",
        TypeKind.Text => "text",
        TypeKind.Enum => type.Enum!.Name,
        TypeKind.Record => type.Record!.Name,
        TypeKind.List => "list of " + Of(type.Element!),
        TypeKind.Set => "set of " + Of(type.Element!),
        _ => "?",
    };
}
