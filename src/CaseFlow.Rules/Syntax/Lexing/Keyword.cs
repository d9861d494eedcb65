namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>
/// The words of the language, one for all natural languages. Their phrases are data: `Keywords.en.json` and
/// `Keywords.vi.json`, whose keys are these names; adding a language is adding a file.
/// </summary>
internal enum Keyword
{
    Language, Module, Version, Import, Law, From, Before, Through, AmendedBy, Unverified, Enum, Record, Facts,
    Alias, Label, Ask, Assume, Optional, ListOf, AtMost, Calendar, OnCalendar, Words, Parameter, Between, Step,
    Owner, Define, As, Decision, Gives, ByDate, Hit, Single, FirstHit, Collect, Sum, Highest, Lowest, Clamp,
    AppliesWhen, Rule, Exception, To, Regardless, Per, Practice, When, Then, Add, DoesNotApply, Table, Otherwise,
    EndDecision, Satisfies, Where, And, Or, Not, Yes, No, Is, IsNot, OneOf, AtLeast, MoreThan, LessThan, After,
    Missing, Recorded, MentionsAny, MentionsAll, Any, Every, None, In, CountOf, CountTrue, Plus, Minus, Day,
    WorkingDay, Month, Year, Transitional, UseLaw, Check, Because, Example, Given, Expect, ByRule, Citing,
    IsUndecided, MissingFacts, Today, Article, Clause, Point, Section, BooleanType, NumberType, MoneyType, DateType,
    DurationType, TextType, SetOf, If, Else, For, TotalOf, HighestOf, LowestOf, Exactly, Distinct, Note, Conflicts,
    Weekend, HolidaysFrom, CountFromNextDay, CountFromSameDay, MonthsClamp, MonthsSpill, LastDayRolls, LastDayStays,
    OutlineFrom,
    Lifecycle, EndLifecycle, State, Initial, Final, SubstateOf, NoDeadline, Side, Trigger, Needs, Guard, RefuseWith,
    ByRole, GoesTo, Stays, AnyOpenState, Except, GoesBack, Ignores, FirstOf, Deadline, WaitingPeriod, Lasts,
    CountedFrom, CountedBackFrom, Sets, Starts, Meets, Voids, Suspends, Resumes, Extends, ByTerm, Times, Ladder,
    EndLadder, At, OfTheTerm, Due, Repeats, InWorkingHours, StopsWhen, Remind, ReportTo, ReassignTo, RaisePriority,
    DemandReportFrom, Within, TheHolder, TheSuperior, Role, Agency, Level, Until,
}
