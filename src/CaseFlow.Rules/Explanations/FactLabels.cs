using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Explanations;

/// <summary>What people call the things that an outcome names by their paths and names.</summary>
internal static class FactLabels
{
    /// <summary>The label of a path: its last field's, and for a field of an element the list's after it.</summary>
    public static string Of(string path, BoundPack pack, string language)
    {
        var parts = path.Split('.');
        var root = pack.FactRoots.FirstOrDefault(root => root.Name == parts[0]);
        IReadOnlyList<FieldSymbol> fields = root?.Fields ?? [];
        var labels = new List<string>();
        foreach (var part in parts.Skip(1))
        {
            if (fields.FirstOrDefault(field => field.Name == part) is not { } field)
            {
                return path.Replace('_', ' ').Replace('.', ' ');
            }

            labels.Insert(0, field.LabelIn(language));
            fields = (field.Type.Record ?? field.Type.Element?.Record)?.Fields ?? [];
        }

        return labels.Count < 2
            ? labels.FirstOrDefault(path)
            : $"{labels[0]} ({string.Join(", ", labels.Skip(1).Select(Wording.Inside))})";
    }

    /// <summary>The label of a decision or definition that stands in the way.</summary>
    public static string OfBlock(string name, BoundPack pack, string language) =>
        pack.Decisions.Select(decision => (Symbol)decision.Symbol)
            .Concat(pack.Definitions)
            .FirstOrDefault(symbol => symbol.Name == name)?.LabelIn(language) ?? name.Replace('_', ' ');
}
