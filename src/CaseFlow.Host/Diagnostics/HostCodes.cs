namespace CaseFlow.Host.Diagnostics;

/// <summary>Every code of the program; the words stand in `HostMessages.resx` and `HostMessages.vi.resx`.</summary>
internal static partial class HostCodes
{
    /// <summary>An error that nobody foresaw.</summary>
    public const string Unexpected = "CF9100";

    /// <summary>The command line cannot be read.</summary>
    public const string WrongUsage = "CF9101";

    /// <summary>A word of the command line that means nothing there.</summary>
    public const string UnknownWord = "CF9102";

    /// <summary>PostgreSQL was asked for.</summary>
    public const string PostgresNotYet = "CF9103";

    /// <summary>An option's date is none.</summary>
    public const string BadDateOption = "CF9104";

    /// <summary>A signal stopped the command halfway.</summary>
    public const string Interrupted = "CF9105";

    /// <summary>An option's number is out of bounds.</summary>
    public const string BadNumberOption = "CF9106";

    /// <summary>There is no pack in the folder.</summary>
    public const string PackNotFound = "CF9110";

    /// <summary>The pack has errors.</summary>
    public const string PackRefused = "CF9111";

    /// <summary>A file of the pack cannot be read.</summary>
    public const string PackUnreadable = "CF9112";

    /// <summary>A decision that the pack does not have.</summary>
    public const string UnknownDecision = "CF9113";

    /// <summary>The pack has no sample petitions.</summary>
    public const string NoSamples = "CF9114";

    /// <summary>A sample petition cannot be read.</summary>
    public const string BadSample = "CF9115";

    /// <summary>A step of a sample petition was refused.</summary>
    public const string SampleRefused = "CF9116";

    /// <summary>A module of the pack cannot be written.</summary>
    public const string PackUnwritable = "CF9117";

    /// <summary>The port is in use.</summary>
    public const string PortTaken = "CF9122";

    /// <summary>An address to listen on cannot be read.</summary>
    public const string BadAddress = "CF9123";

    /// <summary>An address beyond this machine without an API key.</summary>
    public const string KeyRequired = "CF9124";

    /// <summary>A setting cannot be used.</summary>
    public const string BadSetting = "CF9125";

    /// <summary>A file cannot be read.</summary>
    public const string FileNotFound = "CF9130";

    /// <summary>Not JSON.</summary>
    public const string BadJson = "CF9131";

    /// <summary>A member that is not known here.</summary>
    public const string UnknownMember = "CF9132";

    /// <summary>A member of the wrong type.</summary>
    public const string WrongMember = "CF9133";

    /// <summary>A member is missing.</summary>
    public const string MissingMember = "CF9134";

    /// <summary>A line is too long.</summary>
    public const string LineTooLong = "CF9135";

    /// <summary>The map cannot be read.</summary>
    public const string BadMap = "CF9141";

    /// <summary>The map names a column that the file lacks.</summary>
    public const string NoColumn = "CF9142";

    /// <summary>A row cannot be read.</summary>
    public const string BadRow = "CF9143";

    /// <summary>A quote stands where none may.</summary>
    public const string BrokenQuote = "CF9156";

    /// <summary>A date is missing.</summary>
    public const string NoDate = "CF9144";

    /// <summary>A date that is none.</summary>
    public const string ImpossibleDate = "CF9145";

    /// <summary>A cell's value that the map does not know.</summary>
    public const string UnknownCell = "CF9146";

    /// <summary>Two rows of a case contradict each other.</summary>
    public const string Contradiction = "CF9147";

    /// <summary>A case that ends before it starts.</summary>
    public const string EndsBeforeStart = "CF9148";

    /// <summary>A row before its case starts.</summary>
    public const string BeforeStart = "CF9149";

    /// <summary>A row without a key.</summary>
    public const string NoKey = "CF9150";

    /// <summary>The engine refuses a row.</summary>
    public const string RowRefused = "CF9151";

    /// <summary>A date after the end of the run.</summary>
    public const string FutureDate = "CF9152";

    /// <summary>A cell of the wrong type.</summary>
    public const string BadFactCell = "CF9153";

    /// <summary>A register without rows.</summary>
    public const string EmptyRegister = "CF9154";

    /// <summary>The run's end lies ahead.</summary>
    public const string UntilAhead = "CF9155";

    /// <summary>An error in a request that nobody foresaw.</summary>
    public const string UnexpectedOnline = "CF9157";

    /// <summary>A loop of the worker failed and tries again.</summary>
    public const string LoopFailed = "CF9158";

    /// <summary>A timer failed and is put off.</summary>
    public const string TimerFailed = "CF9159";

    /// <summary>No key, or a wrong one.</summary>
    public const string Unauthorised = "CF9160";

    /// <summary>The body is too large.</summary>
    public const string BodyTooLarge = "CF9161";

    /// <summary>The body is not declared as JSON.</summary>
    public const string NotJsonType = "CF9162";

    /// <summary>No idempotency key, or one that cannot be used.</summary>
    public const string NoIdempotencyKey = "CF9163";

    /// <summary>If-Match cannot be read.</summary>
    public const string BadIfMatch = "CF9164";

    /// <summary>A query parameter cannot be read.</summary>
    public const string BadQuery = "CF9165";

    /// <summary>Nothing here.</summary>
    public const string NoSuchThing = "CF9166";

    /// <summary>Another method is needed.</summary>
    public const string MethodNotAllowed = "CF9167";

    /// <summary>The database cannot be reached now.</summary>
    public const string Unavailable = "CF9168";

    /// <summary>A message for the outside was not delivered.</summary>
    public const string DeliveryFailed = "CF9170";

    /// <summary>Several reasons, or one without words.</summary>
    public const string CommandFailed = "CF9169";
}
