namespace CCHC.Portal.People;

/// <summary>What a deed is done to, as far as permission is concerned: whose unit it is in and who wrote it.</summary>
public readonly record struct Subject(Guid? UnitId, Guid? AuthorId = null);
