using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>Compares trees without their places; much quicker than comparing their texts.</summary>
internal static class TreeEquality
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    public static bool Same(object? left, object? right)
    {
        if (left is null || right is null || left.GetType() != right.GetType())
        {
            return (left is null && right is null) || (left is IList && right is IList && SameItems(left, right));
        }

        return left switch
        {
            string or ValueType => left.Equals(right),
            IList => SameItems(left, right),
            _ => Array.TrueForAll(
                PartsOf(left.GetType()), part => Same(part.GetValue(left), part.GetValue(right))),
        };
    }

    private static bool SameItems(object left, object right)
    {
        var (first, second) = ((IList)left, (IList)right);
        var same = first.Count == second.Count;
        for (var i = 0; same && i < first.Count; i++)
        {
            same = Same(first[i], second[i]);
        }

        return same;
    }

    private static PropertyInfo[] PartsOf(Type type) => Parts.GetOrAdd(type, found => [.. found
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(part => !IsPlace(part.PropertyType) && part.CanWrite)]);

    private static bool IsPlace(Type type) =>
        type == typeof(SourceSpan) || type == typeof(IReadOnlyList<SourceSpan>);
}
