using System.Text;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>
/// Tells the scripts apart whose letters look alike, so that `а` (Cyrillic) in a Latin name is noticed.
/// </summary>
internal static class Scripts
{
    private enum Script
    {
        Latin, Greek, Cyrillic, Armenian, Cherokee, Fullwidth, Other,
    }

    /// <summary>The first letter of another script than the name's first letter, or null.</summary>
    public static Rune? FirstStranger(string name)
    {
        Script? first = null;
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                continue;
            }

            first ??= Of(rune.Value);
            if (Of(rune.Value) != first)
            {
                return rune;
            }
        }

        return null;
    }

    private static Script Of(int value) => value switch
    {
        < 0x0370 or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF) => Script.Latin,
        <= 0x03FF or (>= 0x1F00 and <= 0x1FFF) => Script.Greek,
        <= 0x052F or (>= 0x1C80 and <= 0x1C8F) or (>= 0x2DE0 and <= 0x2DFF)
            or (>= 0xA640 and <= 0xA69F) => Script.Cyrillic,
        <= 0x058F => Script.Armenian,
        (>= 0x13A0 and <= 0x13FF) or (>= 0xAB70 and <= 0xABBF) => Script.Cherokee,
        >= 0xFF00 and <= 0xFFEF => Script.Fullwidth,
        _ => Script.Other,
    };
}
