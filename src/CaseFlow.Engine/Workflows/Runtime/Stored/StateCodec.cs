using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Runtime.Stored;

/// <summary>What writing a state gave: the bytes, or why it cannot be kept.</summary>
internal readonly record struct StateWriting(ReadOnlyMemory<byte> Bytes, WorkflowFinding? Finding);

/// <summary>What reading a state gave: the state, or why it cannot be read.</summary>
internal sealed record StateReading(WorkflowState? State, WorkflowFinding? Finding);

/// <summary>
/// The state of an instance as bytes, exactly: a burst on what was read does what it would have done on what was
/// written. Never throws; what it cannot do is a finding.
/// </summary>
internal static class StateCodec
{
    /// <summary>The form that is written. Older ones are read for ever; there is none yet.</summary>
    public const int Form = 1;

    /// <summary>The largest state that is kept, in bytes.</summary>
    public const int Largest = 16 * 1024 * 1024;

    // A value by name takes two levels of JSON; what holds it takes a few.
    private const int JsonDepth = (2 * KeptValue.Deepest) + 16;

    private static readonly JsonWriterOptions Layout = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = JsonDepth,
    };

    // A state with a large value is rare; its room is not kept.
    private const int LargestKept = 64 * 1024;

    // What a thread writes with, kept for the next: a state is written at one go, and nothing else on the way.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _json;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonDepth };

    /// <summary>Writes a state.</summary>
    public static StateWriting Write(WorkflowState state) => Write(state, Largest);

    /// <summary>Writes a state however large it is: one that was kept before, and an incident.</summary>
    public static StateWriting WriteWhole(WorkflowState state) => Write(state, int.MaxValue);

    /// <summary>Reads a state of an instance of a program.</summary>
    public static StateReading Read(ReadOnlyMemory<byte> bytes, WorkflowProgram program)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            var json = document.RootElement;
            var form = json.GetProperty(StateNames.Form).GetInt32();
            return form == Form
                ? new StateReading(new StateReader(program).Read(json), null)
                : new StateReading(null, Finding(WorkflowCodes.StateOfOtherForm, Number(form), Number(Form)));
        }
        catch (Exception damage) when (damage is JsonException or FormatException or InvalidOperationException
            or KeyNotFoundException or ArgumentException or OverflowException or IndexOutOfRangeException)
        {
            return new StateReading(null, Finding(WorkflowCodes.StateUnreadable, damage.GetType().Name));
        }
    }

    private static StateWriting Write(WorkflowState state, int largest)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(512);
        var json = _json ??= new Utf8JsonWriter(buffer, Layout);
        try
        {
            StateWriter.Write(json, state);
            json.Flush();
            return buffer.WrittenCount > largest
                ? new StateWriting(default, Finding(WorkflowCodes.StateTooLarge, Number(largest)))
                : new StateWriting(buffer.WrittenSpan.ToArray(), null);
        }
        catch (WorkflowFault fault)
        {
            return new StateWriting(default, Finding(fault.Code, [.. fault.Arguments]));
        }
        finally
        {
            Clear(buffer, json);
        }
    }

    private static void Clear(ArrayBufferWriter<byte> buffer, Utf8JsonWriter json)
    {
        if (buffer.Capacity > LargestKept)
        {
            (_buffer, _json) = (null, null);
            return;
        }

        buffer.ResetWrittenCount();
        json.Reset();
    }

    /// <summary>
    /// The versions of other workflows that a stored state pins: they stand before all that can be large. Of damaged
    /// bytes none; reading them says what is wrong.
    /// </summary>
    public static IReadOnlyDictionary<string, string> PinsOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals(StateNames.Pins))
                {
                    json.Read();
                    return JsonSerializer.Deserialize<Dictionary<string, string>>(ref json) ?? NoPins;
                }

                if (json.ValueTextEquals(StateNames.Contexts) || json.ValueTextEquals(StateNames.Input))
                {
                    return NoPins;
                }

                json.Skip();
            }
        }
        catch (JsonException)
        {
            return NoPins;
        }

        return NoPins;
    }

    private static IReadOnlyDictionary<string, string> NoPins { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    private static WorkflowFinding Finding(string code, params string[] arguments) =>
        new(code, Severity.Error, "", arguments);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The names of properties of a stored state. They never change their meaning.</summary>
internal static class StateNames
{
    public const string Form = "v";
    public const string Instance = "id";
    public const string Version = "version";
    public const string Status = "status";
    public const string SubStatus = "sub";
    public const string Name = "name";
    public const string Correlation = "correlation";
    public const string Parent = "parent";
    public const string Trigger = "trigger";
    public const string Pins = "pins";
    public const string Input = "input";
    public const string Output = "output";
    public const string LastContext = "lastContext";
    public const string LastBookmark = "lastBookmark";
    public const string Contexts = "runs";
    public const string Incidents = "incidents";
    public const string Given = "given";
    public const string Result = "result";
    public const string Number = "n";
    public const string Node = "node";
    public const string Owner = "of";
    public const string Tag = "tag";
    public const string Breaking = "breaking";
    public const string Memory = "memory";
    public const string Flow = "flow";
    public const string Count = "count";
    public const string Value = "value";
    public const string Locals = "vars";
    public const string Waits = "waits";
    public const string Held = "held";
    public const string Kind = "kind";
    public const string Key = "key";
    public const string Due = "due";
    public const string Payload = "payload";
    public const string Child = "child";
    public const string Outcomes = "outcomes";
    public const string Bookmark = "bookmark";
    public const string Answer = "answer";
    public const string Type = "type";
    public const string Code = "code";
    public const string Arguments = "args";
    public const string At = "at";
    public const string Resolved = "resolved";
}
