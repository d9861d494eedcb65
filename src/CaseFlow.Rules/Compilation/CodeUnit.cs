using System.Linq.Expressions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// Expressions that are compiled together, into one delegate for truths and one for values: a delegate each would take
/// several times as long to make. Compiled when first asked, or ahead of time.
/// </summary>
internal sealed class CodeUnit
{
    /// <summary>
    /// More in one delegate would make a method so large that the runtime no longer optimises it.
    /// </summary>
    public const int MostExpressions = 64;

    private readonly List<BoundExpression> _conditions = [];
    private readonly List<BoundExpression> _values = [];
    private readonly Lazy<Func<Frame, int, byte>> _truths;
    private readonly Lazy<Func<Frame, int, Value>> _valued;

    /// <summary>A unit of a pack's code.</summary>
    public CodeUnit(PackCode code)
    {
        _truths = new(() => Compile(_conditions, code, Truths.No, (emitter, one) => emitter.Condition(one)));
        _valued = new(() => Compile<Value>(_values, code, Truths.Untold, (emitter, one) => emitter.Value(one)));
    }

    /// <summary>How many expressions are in it.</summary>
    public int Size => _conditions.Count + _values.Count;

    /// <summary>Adds a condition; its number.</summary>
    public int AddCondition(BoundExpression condition) => Add(_conditions, condition);

    /// <summary>Adds a value; its number.</summary>
    public int AddValue(BoundExpression value) => Add(_values, value);

    /// <summary>The truth of a condition.</summary>
    public byte Truth(Frame frame, int number) => _truths.Value(frame, number);

    /// <summary>A value.</summary>
    public Value Value(Frame frame, int number) => _valued.Value(frame, number);

    /// <summary>Compiles what is in it, down to machine code.</summary>
    public void Prepare(Frame frame)
    {
        if (_conditions.Count > 0)
        {
            Truth(frame, -1);
        }

        if (_values.Count > 0)
        {
            Value(frame, -1);
        }
    }

    private static int Add(List<BoundExpression> list, BoundExpression expression)
    {
        list.Add(expression);
        return list.Count - 1;
    }

    private static Func<Frame, int, T> Compile<T>(
        List<BoundExpression> expressions, PackCode code, T none, Func<Emitter, BoundExpression, Expression> emit)
    {
        var frame = Expression.Parameter(typeof(Frame), "frame");
        var number = Expression.Parameter(typeof(int), "number");
        var emitter = new Emitter(code, frame);
        var cases = expressions.Select((expression, index) =>
            Expression.SwitchCase(emit(emitter, expression), Expression.Constant(index)));
        var body = Expression.Switch(number, Expression.Constant(none, typeof(T)), [.. cases]);
        return Expression.Lambda<Func<Frame, int, T>>(body, [frame, number]).Compile();
    }
}
