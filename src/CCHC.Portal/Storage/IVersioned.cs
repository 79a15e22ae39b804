namespace CCHC.Portal.Storage;

/// <summary>A row two people may change at once: the second save is refused, not silently lost.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
