using CCHC.Portal.Storage;

namespace CCHC.Portal.Sites;

/// <summary>An organisational unit of a body, or an outside one that things are forwarded to.</summary>
public sealed class Unit : ISiteOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SiteId { get; set; }

    /// <summary>The code used in routing rules and reports, such as TTPVHCC (glossary §10).</summary>
    public required string Code { get; init; }

    public string Name { get; set; } = "";
    public string NameEn { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Duties { get; set; } = "";
    public UnitKind Kind { get; set; }
    public Guid? ParentId { get; set; }

    /// <summary>The code of the unit that has what is about this one; empty: the one above it.</summary>
    public string Upper { get; set; } = "";

    /// <summary>What its officers answer goes out only when a head approved it.</summary>
    public bool AnswersNeedApproval { get; set; }

    public string NameIn(string culture) => culture == "en" && NameEn != "" ? NameEn : Name;
}

public enum UnitKind { Internal, Peer, External, Queue }
