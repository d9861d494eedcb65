using System.Text;
using CaseFlow.Rules.Tests.Formatting;

namespace CaseFlow.Rules.Tests.Syntax;

/// <summary>
/// The modules of the repository cut into heads and declarations, so that a mutant is a small module made of pieces of
/// one that people wrote.
/// </summary>
internal sealed class MutationCorpus
{
    // Longer declarations take most of the time and are chosen once in a while only.
    private const int LongDeclaration = 3_000;
    private const int LongOneIn = 40;
    private const int MostDeclarations = 4;

    private readonly List<(string Head, List<string> Declarations)> _modules;

    public MutationCorpus() => _modules = [.. Modules.OfRepository().Select(Modules.Text).Concat(Bad()).Select(Cut)];

    public string Module(Random random)
    {
        var (head, declarations) = _modules[random.Next(_modules.Count)];
        var text = new StringBuilder(head);
        for (var count = random.Next(1, MostDeclarations); count > 0 && declarations.Count > 0; count--)
        {
            var chosen = declarations[random.Next(declarations.Count)];
            if (chosen.Length < LongDeclaration || random.Next(LongOneIn) == 0)
            {
                text.Append(chosen);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<string> Bad() =>
        Conformance.Modules("bad").Select(name => Encoding.UTF8.GetString(Conformance.Read("bad", name)));

    private static (string Head, List<string> Declarations) Cut(string text)
    {
        var head = new StringBuilder();
        var declarations = new List<StringBuilder>();
        foreach (var line in text.Split('\n'))
        {
            var current = BeginsDeclaration(line) ? null : declarations.LastOrDefault() ?? head;
            if (current is null)
            {
                declarations.Add(current = new StringBuilder());
            }

            current.Append(line).Append('\n');
        }

        return (head.ToString(), [.. declarations.Select(declaration => declaration.ToString())]);
    }

    private static bool BeginsDeclaration(string line)
    {
        string[] others = ["#", "}", "end ", "hết ", "language", "ngôn ngữ", "module", "gói", "import", "nhập"];
        return line.Length > 0 && !char.IsWhiteSpace(line[0])
            && !others.Any(other => line.StartsWith(other, StringComparison.Ordinal));
    }
}
