namespace CCHC.Portal.Channels;

/// <summary>An e-mail: only that there is something to read and where, never the thing itself.</summary>
public sealed record Mail(string To, string Subject, string Body)
{
    public const string Kind = "mail";
}
