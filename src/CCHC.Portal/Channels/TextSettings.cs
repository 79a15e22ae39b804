using System.ComponentModel.DataAnnotations;

namespace CCHC.Portal.Channels;

/// <summary>The gateways that carry short messages. A way without a gateway is not offered, unless it is recorded for trying out.</summary>
public sealed record TextSettings
{
    /// <summary>Where a text message is posted as JSON; an https address, or http on this machine.</summary>
    public Uri? SmsUrl { get; init; }

    /// <summary>The same for Zalo.</summary>
    public Uri? ZaloUrl { get; init; }

    /// <summary>Sent as a bearer token with each message.</summary>
    public string? Token { get; init; }

    /// <summary>Without a gateway: take messages, send none, show at the desk what would have been sent.</summary>
    public bool Record { get; init; }

    /// <summary>From this hour until that one, in Vietnam, nobody's telephone rings.</summary>
    [Range(0, 23)] public int QuietFrom { get; init; } = 21;
    [Range(0, 23)] public int QuietUntil { get; init; } = 7;

    public Uri? UrlOf(TextWay way) => way == TextWay.Zalo ? ZaloUrl : SmsUrl;

    public bool Offers(TextWay way) => UrlOf(way) is not null || Record;
}
