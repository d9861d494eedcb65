using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Makes what does the work of `CaseFlow.*` activities, for hosts that compose by hand.</summary>
public static class CaseWorkHandlers
{
    /// <summary>Gives cases commands, asks decisions, sends notices, counts working days.</summary>
    public static IWorkHandler Commands(
        CaseEngine engine, ICaseStore store, IPackCatalogue packs, EventCodec codec, AgencyTime time) =>
        CommandsOf(engine, store, packs, codec, time);

    /// <summary>Looks whether cases have come to what is waited for.</summary>
    public static IWorkHandler Waits(
        ICaseStore store, IPackCatalogue packs, EventCodec codec, TimeProvider clock, AgencyTime time) =>
        WaitsOf(store, packs, codec, clock, time);

    internal static CaseCommandHandler CommandsOf(
        CaseEngine engine, ICaseStore store, IPackCatalogue packs, EventCodec codec, AgencyTime time)
    {
        var cases = new CaseLookup(store, packs);
        return new CaseCommandHandler(
        [
            new OpeningWork(engine, time), new FiringWork(engine, cases, time), new ReadingWork(cases),
            new DecidingWork(cases, time), new NoticeWork(cases, time), new WorkingDayWork(cases, time),
            new EscalatingWork(engine, cases, store, codec, time),
        ]);
    }

    internal static CaseWaitHandler WaitsOf(
        ICaseStore store, IPackCatalogue packs, EventCodec codec, TimeProvider clock, AgencyTime time) =>
        new(new CaseLookup(store, packs), store, codec, clock, time);
}
