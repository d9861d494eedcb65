using System.Globalization;
using System.Numerics;
using System.Text;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Runtime.Stored;

namespace CaseFlow.Engine.Workflows.Values;

/// <summary>
/// How large a value is as JSON, without writing it. A value is looked at only until it is known to be too large, so
/// that even one that holds the same list a thousand times over, again and again, is measured at once.
/// </summary>
internal static class ValueSize
{
    /// <summary>
    /// The largest value that a variable, an input, an output or a payload may have, in bytes: twice the largest
    /// content of a request, so that all that comes from outside in one piece fits with what is told beside it; and
    /// eight of them fit into a state.
    /// </summary>
    public const int Largest = 2 * 1024 * 1024;

    // Beyond this the size of what is too large is not found out.
    private const long Known = 64L * Largest;

    private const int NumberBytes = 12;
    private const int OtherBytes = 32;

    /// <summary>Whether a value may be kept.</summary>
    public static bool IsWithin(object? value) => IsWithin(value, Largest);

    /// <summary>A value that may be kept.</summary>
    /// <exception cref="WorkflowFault">It is too large.</exception>
    public static object? Fitting(string name, object? value) =>
        IsWithin(value) ? value : throw new WorkflowFault(WorkflowCodes.ValueTooLarge, Arguments(name, value));

    /// <summary>What the message about a value quotes: never anything of the value itself.</summary>
    public static IReadOnlyList<string> Arguments(string name, object? value) =>
        [name, Text(Of(value)), Text(Largest)];

    /// <summary>Its size in bytes, or 128 MB where it is larger.</summary>
    public static long Of(object? value)
    {
        var left = Known;
        return Take(value, ref left, 0) ? Known - left : Known;
    }

    private static bool IsWithin(object? value, long most) => value switch
    {
        null or bool or long or double or decimal => true,
        string text when text.Length <= most / 3 => true,
        _ => Take(value, ref most, 0),
    };

    // False once more was taken than there is. What is nested too deeply is told where it is written.
    private static bool Take(object? value, ref long left, int depth)
    {
        left -= value switch
        {
            null or bool => 5,
            long whole => Digits(whole),
            double or decimal => NumberBytes,
            string text => text.Length > left ? text.Length : Encoding.UTF8.GetByteCount(text) + 2,
            byte[] bytes => (bytes.LongLength * 4 / 3) + 2,
            IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> => 2,
            _ => OtherBytes,
        };
        return left >= 0 && (depth > KeptValue.Deepest || value switch
        {
            Dictionary<string, object?> map => TakeMap(map, ref left, depth + 1),
            IReadOnlyDictionary<string, object?> map => TakeMap(map.ToDictionary(), ref left, depth + 1),
            IReadOnlyList<object?> list => TakeList(list, ref left, depth + 1),
            _ => true,
        });
    }

    private static bool TakeMap(Dictionary<string, object?> map, ref long left, int depth)
    {
        foreach (var (name, value) in map)
        {
            left -= name.Length + 4;
            if (!Take(value, ref left, depth))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TakeList(IReadOnlyList<object?> list, ref long left, int depth)
    {
        for (var place = 0; place < list.Count; place++)
        {
            left--;
            if (!Take(list[place], ref left, depth))
            {
                return false;
            }
        }

        return true;
    }

    private static int Digits(long whole) =>
        ((BitOperations.Log2((ulong)Math.Abs(Math.Max(whole, -long.MaxValue)) | 1) * 1233) >> 12) + 1;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
