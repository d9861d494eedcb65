using System.Text.Json.Nodes;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Definitions;

/// <summary>The pack that new cases pin. Immutable; swapped as a whole.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Source">Its files.</param>
/// <param name="Activation">Since when, and by whom.</param>
public sealed record ActivePack(CasePack Pack, IRuleSource Source, PackActivation Activation);

/// <summary>What a catalogue found when it was first asked.</summary>
public enum PackStart
{
    /// <summary>The folder's pack is current, as it was, or because the archive knew none yet.</summary>
    FolderAsBefore,

    /// <summary>The folder has changed since the last activation, so its pack is current again.</summary>
    FolderChanged,

    /// <summary>A pack activated on request is current: the folder has not changed since then.</summary>
    Activated,
}

/// <summary>A request to make a pack the current one.</summary>
/// <param name="Pack">The pack, checked and with its examples passed: that is the caller's business.</param>
/// <param name="Source">Its files.</param>
/// <param name="ExpectedCurrent">The hash that the caller saw as current.</param>
/// <param name="Principal">Who asks.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="Key">The idempotency key.</param>
/// <param name="BodyHash">SHA-256 over what was asked, hexadecimal.</param>
public sealed record ActivationRequest(
    CasePack Pack,
    IRuleSource Source,
    string ExpectedCurrent,
    string Principal,
    string? Note,
    string Key,
    string BodyHash)
{
    /// <summary>The hash over a request as it came and who asks, for <see cref="BodyHash"/>.</summary>
    public static string HashOf(Principal principal, JsonNode request) => Commands.BodyHash.Of(principal, request);

    /// <summary>What becomes of the cases that are open.</summary>
    public OpenCasePolicy OpenCases { get; init; }

    /// <summary>The changed parameters as <see cref="PackActivation.Parameters"/>, or null.</summary>
    public string? Parameters { get; init; }
}

/// <summary>How a request to activate came out.</summary>
public enum ActivationStatus
{
    /// <summary>The pack is current from now on.</summary>
    Activated,

    /// <summary>The same request was carried out before; nothing changed now.</summary>
    Repeated,

    /// <summary>The pack is current already, file by file; nothing changed.</summary>
    Unchanged,

    /// <summary>Another pack is current than the caller saw; nothing changed.</summary>
    Stale,

    /// <summary>The key was used for another request; nothing changed.</summary>
    KeyReused,
}

/// <summary>What came of a request to activate.</summary>
/// <param name="Status">How it came out.</param>
/// <param name="Activation">The activation that the request made, now or before; else the current one.</param>
public sealed record ActivationResult(ActivationStatus Status, PackActivation Activation);
