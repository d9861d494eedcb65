using System.Collections;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>
/// Tokens in order, in blocks: a text of millions of words grows without ever being copied, which would need its memory
/// several times over.
/// </summary>
internal sealed class TokenList : IReadOnlyList<Token>
{
    private const int BlockBits = 9;
    private const int BlockSize = 1 << BlockBits;

    private readonly List<Token[]> _blocks = [];

    public int Count { get; private set; }

    public Token this[int index]
    {
        get => _blocks[index >> BlockBits][index & (BlockSize - 1)];
        set => _blocks[index >> BlockBits][index & (BlockSize - 1)] = value;
    }

    public void Add(Token token)
    {
        if (Count >> BlockBits == _blocks.Count)
        {
            _blocks.Add(new Token[BlockSize]);
        }

        this[Count++] = token;
    }

    /// <summary>Keeps the first tokens and gives back what the others took up.</summary>
    public void Truncate(int count)
    {
        Count = count;
        var blocks = (count + BlockSize - 1) >> BlockBits;
        _blocks.RemoveRange(blocks, _blocks.Count - blocks);
    }

    public IEnumerator<Token> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
