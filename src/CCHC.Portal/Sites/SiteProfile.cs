using CCHC.Portal.Time;

namespace CCHC.Portal.Sites;

/// <summary>What a body says of itself on every page, and how its portal is reached.</summary>
public sealed record SiteProfile
{
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
    public string Body { get; init; } = "";
    public string BodyEn { get; init; } = "";
    public string Parent { get; init; } = "";
    public string ParentEn { get; init; } = "";
    public string Responsible { get; init; } = "";
    public string ResponsibleEn { get; init; } = "";
    public string Email { get; init; } = "";
    /// <summary>The number to call when a page or a mail can say no more; empty when the body has none.</summary>
    public string Phone { get; init; } = "";

    public string Theme { get; init; } = "";
    public string RootUnit { get; init; } = "";

    /// <summary>The code of the unit that has what is about the body's top: a body outside, or somebody within who is independent of it.</summary>
    public string AboveTop { get; init; } = "";

    /// <summary>The address under which feeds, mails and canonical links name this site, without a slash at the end.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>Where the national portal opens a procedure by its official code: an address with {code} in it; empty while none is known.</summary>
    public string OnlinePattern { get; init; } = "";

    public List<string> Hosts { get; init; } = [];
    public List<string> Cultures { get; init; } = ["vi"];
    public List<FrequentSearch> Frequent { get; init; } = [];

    /// <summary>What this body calls the states of a case, where it has words of its own; the states themselves are the same everywhere.</summary>
    public List<StateName> States { get; init; } = [];

    /// <summary>Which texts need more than one approval.</summary>
    public List<ReviewRule> Review { get; init; } = [];

    /// <summary>Weekly working hours of the body's offices, from which deadlines are counted.</summary>
    public List<OpeningHours> Hours { get; init; } = [];

    /// <summary>The hours were written at the desk: the seeds leave them alone.</summary>
    public bool HoursByHand { get; init; }

    public string NameIn(string culture) => culture == "en" && NameEn != "" ? NameEn : Name;

    public string BodyIn(string culture) => culture == "en" && BodyEn != "" ? BodyEn : Body;

    public string ParentIn(string culture) => culture == "en" && ParentEn != "" ? ParentEn : Parent;

    public string ResponsibleIn(string culture) => culture == "en" && ResponsibleEn != "" ? ResponsibleEn : Responsible;
}

/// <summary>A search that residents make often, offered on the home page.</summary>
public sealed record FrequentSearch
{
    public string Label { get; init; } = "";
    public string LabelEn { get; init; } = "";
    public string Query { get; init; } = "";
}

/// <summary>A body's own words for a state of a case.</summary>
public sealed record StateName
{
    public string State { get; init; } = "";
    public string Name { get; init; } = "";
    public string NameEn { get; init; } = "";
}
