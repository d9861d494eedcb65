using CaseFlow.Engine.Workflows.Expressions;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// What activities of one type do. An instance of it holds nothing of a run: all runs share it. It only reads its
/// inputs, prints, schedules children, waits and completes, by way of the <see cref="ActivityContext"/>; whatever
/// touches the world is a wait that the host answers.
/// </summary>
internal abstract class Activity
{
    /// <summary>The type's name in definitions, such as `Elsa.WriteLine`.</summary>
    public abstract string Type { get; }

    /// <summary>Whether a container ends with it, whatever else is in it.</summary>
    public virtual bool IsTerminal => false;

    /// <summary>Whether `Break` ends it.</summary>
    public virtual bool IsLoop => false;

    /// <summary>
    /// Whether it is a workflow of its own: `Complete` ends it, and it declares its variables by itself.
    /// </summary>
    public virtual bool IsComposite => false;

    /// <summary>Whether variables that a script makes come to stand here.</summary>
    public virtual bool DeclaresVariables => false;

    /// <summary>Tells what keeps it from being run where it stands, before anything is run.</summary>
    public virtual void Check(ExpressionPlace place, ExpressionLanguages languages)
    {
    }

    /// <summary>Begins.</summary>
    public abstract void Execute(ActivityContext context);

    /// <summary>
    /// What starts instances of a workflow by it, where it can; asked when the workflow is published and, where time
    /// starts them, after each start with the moment of that start as now. Null: nothing does.
    /// </summary>
    public virtual TriggerStimulus? Trigger(ActivityContext context) => null;

    /// <summary>Begins where its own trigger started the instance: what it would wait for is there.</summary>
    /// <param name="context">Its own context.</param>
    /// <param name="payload">What came with it.</param>
    public virtual void Triggered(ActivityContext context, object? payload) => context.Complete();

    /// <summary>A child that it scheduled begins.</summary>
    public virtual void ChildBegins(ActivityContext context, ProgramNode child)
    {
    }

    /// <summary>A child that it scheduled has completed.</summary>
    /// <param name="context">Its own context.</param>
    /// <param name="child">The child; null: there was none to schedule.</param>
    /// <param name="outcomes">The outcomes that the child ended with.</param>
    public virtual void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes) =>
        context.Complete();

    /// <summary>A child that it scheduled was cancelled.</summary>
    public virtual void ChildCancelled(ActivityContext context, ActivityContext child)
    {
    }

    /// <summary>Whether it has something to do when incidents end an instance that it waits for.</summary>
    public virtual bool HearsOfFaults(ActivityContext context) => false;

    /// <summary>Incidents ended an instance that it waits for. They may be mended: it waits on.</summary>
    /// <param name="context">Its own context.</param>
    /// <param name="answer">How that instance stands.</param>
    public virtual void Told(ActivityContext context, object? answer)
    {
    }

    /// <summary>What it waited for has come.</summary>
    /// <param name="context">Its own context.</param>
    /// <param name="bookmark">What it waited for.</param>
    /// <param name="answer">What came with it.</param>
    public virtual void Resume(ActivityContext context, Bookmark bookmark, object? answer) => context.Complete();
}
