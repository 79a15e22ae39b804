namespace CCHC.Portal.Storage;

/// <summary>What the database keeps of a file: where it lies, how long it is, and the print of its contents.</summary>
public sealed record StoredFile(string Key, long Size, string Sha256);
