using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Whether two lists hold the same elements, each as often; their order is irrelevant. Elements that are the same
/// whatever is still unknown are set against each other first: what that leaves decides.
/// </summary>
internal static class ListEquality
{
    /// <summary>Yes, no, or unknown with what would tell.</summary>
    public static Value Of(ListValue left, ListValue right)
    {
        if (left.Items.Count != right.Items.Count)
        {
            return BooleanValue.No;
        }

        var rest = right.Items.ToList();
        var open = left.Items.Where(item => !Take(rest, item)).ToList();
        return open.Count == 0 ? BooleanValue.Yes : Rest(open, rest);
    }

    // An element that equals none of the other list, whatever is still unknown, settles it. Otherwise it is open: to
    // find that the elements cannot be paired off as a whole takes more than it tells.
    private static Value Rest(List<Value> left, List<Value> right)
    {
        Value result = BooleanValue.Yes;
        foreach (var item in left)
        {
            var may = right.Select(other => ValueComparison.AreEqual(item, other))
                .FirstOrDefault(equal => !Kleene.IsFalse(equal), BooleanValue.No);
            result = Kleene.And(result, may);
            if (Kleene.IsFalse(result))
            {
                break;
            }
        }

        return result;
    }

    private static bool Take(List<Value> rest, Value item)
    {
        var index = rest.FindIndex(other => Kleene.IsTrue(ValueComparison.AreEqual(item, other)));
        if (index >= 0)
        {
            rest.RemoveAt(index);
        }

        return index >= 0;
    }
}
