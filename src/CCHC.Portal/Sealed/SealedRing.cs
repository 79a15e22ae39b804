using System.Xml.Linq;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Sealed;

/// <summary>The key ring of the sealed store: its own keys, renewed by themselves, lying in its own folder under its own lock. It wraps the key that each case has.</summary>
public sealed class SealedRing : IDisposable
{
    private readonly ServiceProvider ring;
    private readonly IDataProtector protector;

    public SealedRing(string folder, Vault vault)
    {
        var services = new ServiceCollection().AddSingleton(vault);
        services.AddDataProtection().SetApplicationName("CCHC.Portal.Sealed").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "sealed-ring")));
        services.Configure<KeyManagementOptions>(keys => keys.XmlEncryptor = new Lock(vault));
        ring = services.BuildServiceProvider();
        protector = ring.GetRequiredService<IDataProtectionProvider>().CreateProtector("case-key");
    }

    public byte[] Wrap(byte[] key, Guid caseId) => protector.CreateProtector(caseId.ToString("n")).Protect(key);

    public byte[] Unwrap(byte[] wrapped, Guid caseId) => protector.CreateProtector(caseId.ToString("n")).Unprotect(wrapped);

    public void Dispose() => ring.Dispose();

    private const string Purpose = "sealed-ring";

    private sealed class Lock(Vault vault) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
            new(new XElement("locked", Convert.ToBase64String(vault.Lock(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose))), typeof(Unlock));
    }

    // Made by the framework from the name kept with the key.
    internal sealed class Unlock(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<Vault>().Unlock<string>(Convert.FromBase64String(encryptedElement.Value), Purpose));
    }
}
