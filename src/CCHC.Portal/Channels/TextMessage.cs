namespace CCHC.Portal.Channels;

/// <summary>A short message to a telephone: only that there is something new, never the thing itself.</summary>
public sealed record TextMessage(TextWay Way, string To, string Words)
{
    public const string Kind = "text";
}

/// <summary>The ways a short message can take.</summary>
public enum TextWay { Sms, Zalo }
