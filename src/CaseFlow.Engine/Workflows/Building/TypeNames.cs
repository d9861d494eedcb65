using System.Collections.Frozen;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>The format's names of the types of .NET.</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<Type, string> Aliases = new Dictionary<Type, string>
    {
        [typeof(string)] = "String",
        [typeof(bool)] = "Boolean",
        [typeof(short)] = "Int16",
        [typeof(int)] = "Int32",
        [typeof(long)] = "Int64",
        [typeof(float)] = "Single",
        [typeof(double)] = "Double",
        [typeof(decimal)] = "Decimal",
        [typeof(Guid)] = "Guid",
        [typeof(DateTime)] = "DateTime",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(byte[])] = "ByteArray",
    }.ToFrozenDictionary();

    public static string Of<T>() => Of(typeof(T));

    private static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } known)
        {
            return Of(known);
        }

        if (Aliases.TryGetValue(type, out var alias))
        {
            return alias;
        }

        if (ElementOf(type) is not { } element)
        {
            return "Object";
        }

        return element.IsGenericType && element.GetGenericTypeDefinition() == typeof(KeyValuePair<,>)
            ? "ObjectDictionary"
            : $"List<{Of(element)}>";
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Prepend(type)
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        ?.GetGenericArguments()[0];
}
