namespace CaseFlow.Host.Composition;

/// <summary>
/// The section `CaseFlow` of the settings: appsettings, then the environment (`CASEFLOW__…`), then the command line.
/// </summary>
internal sealed class HostSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "CaseFlow";

    /// <summary>Addresses to listen on, separated by `;`; loopback unless an API key is configured.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The agency's time zone by its IANA name.</summary>
    public string TimeZone { get; set; } = "Asia/Ho_Chi_Minh";

    /// <summary>The longest pause between two looks at what is due, in seconds, 1 to 30.</summary>
    public int SweepSeconds { get; set; } = 30;

    /// <summary>Keys of those who may call the API.</summary>
    public List<ApiKeySetting> ApiKeys { get; } = [];

    /// <summary>Where messages for the outside go; without an address they are written to the log.</summary>
    public WebhookSetting Webhook { get; } = new();

    /// <summary>What workflows may do.</summary>
    public WorkflowSetting Workflows { get; } = new();
}

/// <summary>What workflows may do.</summary>
internal sealed class WorkflowSetting
{
    /// <summary>Which addresses they may call.</summary>
    public WorkflowHttpSetting Http { get; } = new();
}

/// <summary>Which addresses workflows may call.</summary>
internal sealed class WorkflowHttpSetting
{
    /// <summary>
    /// What may be called besides public addresses: names, `*.name`, addresses, ranges, each with a port or without.
    /// </summary>
    public List<string> Allow { get; } = [];

    /// <summary>True: public addresses must be listed, too.</summary>
    public bool OnlyListed { get; set; }
}

/// <summary>An API key: its hash, never the key.</summary>
internal sealed class ApiKeySetting
{
    /// <summary>What the key is called in the log.</summary>
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the key, 64 hexadecimal digits; `caseflow serve --hash-key` makes one.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Who acts with it: an officer's or a system's id.</summary>
    public string Principal { get; set; } = "";

    /// <summary>Roles held, by the register's names; `*` holds all.</summary>
    public List<string> Roles { get; } = [];

    /// <summary>Agencies in which they are held; empty: those in which the register knows the principal.</summary>
    public List<string> Agencies { get; } = [];
}

/// <summary>The receiver of messages for the outside.</summary>
internal sealed class WebhookSetting
{
    /// <summary>Its address; empty: none.</summary>
    public string Url { get; set; } = "";

    /// <summary>The shared secret of the signature, 16 characters or more.</summary>
    public string Secret { get; set; } = "";
}
