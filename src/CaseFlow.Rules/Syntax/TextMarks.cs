using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Syntax;

/// <summary>Takes the diacritics off a word, as people do who type without them.</summary>
internal static class TextMarks
{
    /// <summary>`đơn` becomes `don`.</summary>
    public static string Strip(string text)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var character in IdentifierFolding.Decompose(text))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
            {
                bare.Append(character is 'đ' ? 'd' : character is 'Đ' ? 'D' : character);
            }
        }

        return bare.ToString();
    }
}
