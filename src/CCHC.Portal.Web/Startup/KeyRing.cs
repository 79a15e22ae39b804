using System.Xml.Linq;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CCHC.Portal.Web.Startup;

/// <summary>Locks the cookie keys, which lie in the database, with the vault's key, which does not.</summary>
public sealed class KeyRingLock(Vault vault) : IXmlEncryptor
{
    internal const string Purpose = "cookie-keys";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement("locked", Convert.ToBase64String(vault.Lock(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose))), typeof(KeyRingUnlock));
}

/// <summary>Opens what <see cref="KeyRingLock"/> locked; made by the framework from the name kept with the key.</summary>
public sealed class KeyRingUnlock(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<Vault>().Unlock<string>(Convert.FromBase64String(encryptedElement.Value), KeyRingLock.Purpose));
}

/// <summary>Registers the key ring.</summary>
public static class KeyRing
{
    public static void AddKeyRing(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CCHC.Portal").PersistKeysToDbContext<PortalDb>();
        services.AddOptions<KeyManagementOptions>().Configure<Vault>((keys, vault) => keys.XmlEncryptor = new KeyRingLock(vault));
    }
}
