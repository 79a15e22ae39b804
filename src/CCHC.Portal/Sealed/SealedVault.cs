using System.Security.Cryptography;
using CCHC.Portal.Storage;

namespace CCHC.Portal.Sealed;

/// <summary>The keys of the sealed store; their folder can lie on another disk than everything else.</summary>
public sealed class SealedVault(Vault box, SealedRing ring)
{
    private const int KeySize = 32;

    public Vault Box => box;

    /// <summary>A key for one case, as it is kept: wrapped by the ring. Without it nothing of the case opens again.</summary>
    public byte[] NewKey(Guid caseId) => ring.Wrap(RandomNumberGenerator.GetBytes(KeySize), caseId);

    /// <summary>What locks and opens one case.</summary>
    public Vault For(SealedCase kept) => kept.WrappedKey.Length == 0 ? box : new Vault(ring.Unwrap(kept.WrappedKey, kept.Id));
}
