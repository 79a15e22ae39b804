namespace CCHC.Portal.Storage;

/// <summary>A row that belongs to exactly one site and is never seen from another.</summary>
public interface ISiteOwned
{
    /// <summary>The site the row belongs to; filled in by <see cref="PortalDb"/> when it is added.</summary>
    Guid SiteId { get; set; }
}
