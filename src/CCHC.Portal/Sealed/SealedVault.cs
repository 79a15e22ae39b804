using CCHC.Portal.Storage;

namespace CCHC.Portal.Sealed;

/// <summary>The key of the sealed store; its file can lie on another disk than everything else.</summary>
public sealed record SealedVault(Vault Box);
