using System.Text;
using System.Text.RegularExpressions;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>Changes texts: white space and comments only, words, or bytes.</summary>
internal static partial class Mutator
{
    private const int MostChanges = 6;

    private static readonly string[] Gaps =
    [
        "\n", "  ", "\r\n", "\t", " # c\n", "\n# own\n", "\n\n# apart\n\n", "\r", "\n\n\n", " #\n", "\n#- \n#-\n",
        "\f",
    ];

    private static readonly string[] Oddities =
    [
        "|", "||", "\"", "`", "#", "\n", "\u202E", "\0", "\uD800", "%", "..", "-", "9", "1.2.3", "until", "(", "{", "]",
        "end", "hết", ".", "per", "khi", "=", "!=", "<", ">=", "is", "not", "deadline", "`deadline`", "at least", "law",
        "ladder", "thời hạn", "không", "là", "\u0301", "ò\u0323", "-3", "–", "“", ",", ":", "missing", "3 days", "to",
    ];

    /// <summary>A text whose words stay: only what stands between them differs.</summary>
    public static string Spread(string text, Random random)
    {
        var words = Words(text);
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
        {
            var at = random.Next(words.Count);
            if (string.IsNullOrWhiteSpace(words[at]))
            {
                words[at] += Gaps[random.Next(Gaps.Length)];
            }
            else if (words[at] is "(" or ")" or "," or ":" or "{" or "}")
            {
                words[at] = Gaps[random.Next(Gaps.Length)] + words[at];
            }
        }

        return string.Concat(words);
    }

    /// <summary>A text with words deleted, doubled, swapped, replaced.</summary>
    public static string Change(string text, string other, Random random)
    {
        var (words, others) = (Words(text), Words(other));
        for (var changes = random.Next(1, MostChanges); changes > 0 && words.Count > 0; changes--)
        {
            Change(words, others, random.Next(words.Count), random);
        }

        return string.Concat(words);
    }

    /// <summary>Bytes changed, put in and taken out.</summary>
    public static byte[] Corrupt(string text, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(text).ToList();
        for (var changes = random.Next(1, MostChanges); changes > 0 && bytes.Count > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            var changed = random.Next(3);
            if (changed == 0)
            {
                bytes.RemoveAt(at);
            }
            else if (changed == 1)
            {
                bytes.Insert(at, (byte)random.Next(256));
            }
            else
            {
                bytes[at] ^= (byte)(1 << random.Next(8));
            }
        }

        return [.. bytes];
    }

    private static void Change(List<string> words, List<string> others, int at, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                words.RemoveAt(at);
                break;
            case 1:
                words.Insert(at, words[random.Next(words.Count)]);
                break;
            case 2:
                words[at] = Oddities[random.Next(Oddities.Length)];
                break;
            case 3:
                words[at] = others[random.Next(others.Count)];
                break;
            case 4:
                words.RemoveRange(at, Math.Min(random.Next(1, 40), words.Count - at));
                break;
            case 5:
                var second = random.Next(words.Count);
                (words[at], words[second]) = (words[second], words[at]);
                break;
            default:
                words[at] = words[at][..random.Next(words[at].Length)];
                break;
        }
    }

    private static List<string> Words(string text) => [.. WordOrSpace().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"""[^""\n]*""|#[^\n]*\n|\w+|\s+|.", RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex WordOrSpace();
}
