using System.Globalization;
using System.Text;

namespace CaseFlow.Scripting.Running;

/// <summary>The names under which scripts find variables.</summary>
internal static class ScriptNaming
{
    /// <summary>Whether a script can write it as a name.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0])
        && name.All(sign => char.IsLetterOrDigit(sign) || sign is '_' or '$');

    /// <summary>`my var`, `my_var` and `myVar` as `MyVar`.</summary>
    public static string Pascal(string name)
    {
        var made = new StringBuilder(name.Length);
        var isFirst = true;
        foreach (var sign in name)
        {
            if (sign is ' ' or '_' or '-')
            {
                isFirst = true;
                continue;
            }

            made.Append(isFirst ? char.ToUpper(sign, CultureInfo.InvariantCulture) : sign);
            isFirst = false;
        }

        return made.ToString();
    }
}
