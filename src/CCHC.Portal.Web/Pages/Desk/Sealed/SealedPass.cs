using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CCHC.Portal.Web.Pages.Desk.Sealed;

/// <summary>The proof that a reader gave their password a moment ago for one sealed case; good for a quarter of an hour.</summary>
public sealed class SealedPass(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(15);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("sealed-pass").ToTimeLimitedDataProtector();

    public string For(Guid reader, Guid id) => protector.Protect($"{reader:n}.{id:n}", Good);

    public bool Opens(string? pass, Guid reader, Guid id)
    {
        try
        {
            return pass is not null && protector.Unprotect(pass) == $"{reader:n}.{id:n}";
        }
        catch (CryptographicException)
        {
            return false;   // forged, or the quarter of an hour is over
        }
    }
}
