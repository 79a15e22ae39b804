using System.Globalization;
using System.Security.Cryptography;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Identity;

namespace CCHC.Portal.People;

/// <summary>A person's authenticator app and recovery codes; keys are kept encrypted, codes as fingerprints, each used once.</summary>
public sealed class SecondFactor(UserManager<Person> people, Vault vault, TimeProvider clock)
{
    private const string Keeper = "second-factor", Key = "key", Pending = "pending", LastStep = "last-step", Codes = "codes";
    private const string Purpose = "second-factor";
    private const string Letters = "34679ACDEFGHJKMNPRTWXY";
    private const int CodeCount = 8;

    /// <summary>The key an app is being set up with; the same one until it is confirmed.</summary>
    public async Task<byte[]> KeyToConfirm(Person person)
    {
        if (await Read(person, Pending) is { } pending)
        {
            return pending;
        }
        var key = Totp.NewKey();
        await people.SetAuthenticationTokenAsync(person, Keeper, Pending, Convert.ToBase64String(vault.LockBytes(key, Purpose)));
        return key;
    }

    /// <summary>Takes the app into use when its first code is right; returns the recovery codes, shown this once.</summary>
    public async Task<IReadOnlyList<string>?> Confirm(Person person, string typed)
    {
        if (await Read(person, Pending) is not { } key || Totp.StepOf(key, typed, clock.GetUtcNow()) is not { } step)
        {
            return null;
        }
        var codes = Enumerable.Range(0, CodeCount).Select(_ => RandomNumberGenerator.GetString(Letters, 10)).ToList();
        await people.SetAuthenticationTokenAsync(person, Keeper, Key, Convert.ToBase64String(vault.LockBytes(key, Purpose)));
        await people.SetAuthenticationTokenAsync(person, Keeper, LastStep, Text(step));
        await people.SetAuthenticationTokenAsync(person, Keeper, Codes, string.Join(';', codes.Select(Print)));
        await people.RemoveAuthenticationTokenAsync(person, Keeper, Pending);
        await people.SetTwoFactorEnabledAsync(person, true);
        return [.. codes.Select(code => $"{code[..5]}-{code[5..]}")];
    }

    /// <summary>Whether this is the app's code of a step not used before.</summary>
    public async Task<bool> Accepts(Person person, string typed)
    {
        if (await Read(person, Key) is not { } key || Totp.StepOf(key, typed, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }
        var last = await people.GetAuthenticationTokenAsync(person, Keeper, LastStep);
        if (last is not null && step <= long.Parse(last, CultureInfo.InvariantCulture))
        {
            return false;
        }
        // Two requests with the same code: the account's concurrency stamp lets one of them through.
        return (await people.SetAuthenticationTokenAsync(person, Keeper, LastStep, Text(step))).Succeeded;
    }

    /// <summary>Whether this is a recovery code; it is crossed out.</summary>
    public async Task<bool> Redeems(Person person, string typed)
    {
        var left = (await people.GetAuthenticationTokenAsync(person, Keeper, Codes) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).ToList();
        return left.Remove(Print(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()))
            && (await people.SetAuthenticationTokenAsync(person, Keeper, Codes, string.Join(';', left))).Succeeded;
    }

    /// <summary>An app already in use, for accounts that are made with one.</summary>
    public static IdentityUserToken<Guid> Given(Guid person, byte[] key, Vault vault) =>
        new() { UserId = person, LoginProvider = Keeper, Name = Key, Value = Convert.ToBase64String(vault.LockBytes(key, Purpose)) };

    public async Task Remove(Person person)
    {
        foreach (var name in new[] { Key, Pending, LastStep, Codes })
        {
            await people.RemoveAuthenticationTokenAsync(person, Keeper, name);
        }
        await people.SetTwoFactorEnabledAsync(person, false);   // and a new security stamp: every session ends
    }

    private async Task<byte[]?> Read(Person person, string name) =>
        await people.GetAuthenticationTokenAsync(person, Keeper, name) is { } box ? vault.UnlockBytes(Convert.FromBase64String(box), Purpose) : null;

    private string Print(string code) => Convert.ToHexString(vault.Fingerprint(code, "recovery-code"));

    private static string Text(long step) => step.ToString(CultureInfo.InvariantCulture);
}
