using System.Security.Cryptography;
using System.Text;
using CCHC.Portal.Content.Types;

namespace CCHC.Portal.Content;

/// <summary>What one types by hand after /t/ to reach a thing: a procedure's own code, five plain letters and digits for everything else.</summary>
public static class ShortCode
{
    private const int Length = 5;
    private const string Letters = "23456789abcdefghjkmnpqrstvwxyz";   // none that is mistaken for another

    public static string Of(Edition edition) => edition.Body is Procedure { Code: { Length: > 0 } code } ? code.ToLowerInvariant() : Of(edition.Type, edition.Item!.Key);

    /// <summary>From the names that never change, so that what is printed stays right after an export and a new beginning.</summary>
    public static string Of(string type, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{type}/{key}"));
        return string.Concat(Enumerable.Range(0, Length).Select(at => Letters[bytes[at] % Letters.Length]));
    }
}
