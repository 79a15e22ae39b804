namespace CCHC.Portal.Cases;

/// <summary>What the citizen takes away: the code, the secret, the day an answer is due and who has it.</summary>
public sealed record Receipt(string ReferenceCode, string Secret, DateTimeOffset ReceivedAt, DateOnly? DueAt, Guid? UnitId, bool IsSealed);
