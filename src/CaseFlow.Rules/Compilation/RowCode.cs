using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>The values that a rule gives, as code.</summary>
internal sealed class RowCode
{
    private readonly IReadOnlyList<BoundExpression> _values;
    private readonly ValueReader[] _readers;
    private readonly PackCode _code;

    /// <summary>Lays the values out.</summary>
    public RowCode(IReadOnlyList<BoundExpression> values, PackCode code, CodeUnit unit)
    {
        (_values, _code) = (values, code);
        _readers = [.. values.Select(value => ValueReader.Of(value, code, unit))];
    }

    /// <summary>The row on a governing date where it is the same for every case; null where a case must tell.</summary>
    public Row? Constant(ParameterBlock parameters, DateOnly day)
    {
        var values = _values.Select(value => value switch
        {
            ConstantExpression constant => constant.Value,
            ParameterExpression parameter =>
                parameters.On(_code.NumberOf(parameter.Parameter), parameter.Parameter, day),
            _ => null,
        }).ToArray();
        return Array.TrueForAll(values, value => value is not null) ? new Row(values!) : null;
    }

    /// <summary>The row of a case.</summary>
    public Row Read(Frame frame)
    {
        var values = new Value[_readers.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = _readers[index].Read(frame);
        }

        return new Row(values);
    }
}
