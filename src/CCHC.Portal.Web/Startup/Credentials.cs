using CCHC.Portal.Language;
using CCHC.Portal.People;
using Microsoft.AspNetCore.Identity;

namespace CCHC.Portal.Web.Startup;

/// <summary>Checks a name and a password: slower where guesses were made, and as slow for a name that nobody has.</summary>
public sealed class Credentials(UserManager<Person> people, IPasswordHasher<Person> passwords, SignInPace pace, TimeProvider clock)
{
    private const int LongestName = 100, LongestPassword = 128;
    private static readonly Person Nobody = new();

    /// <summary>The person, or null: unknown, wrong and switched off are one answer.</summary>
    public async Task<Person?> Check(string? userName, string? password, HttpContext context, CancellationToken stop)
    {
        var name = VietnameseText.CleanLine(userName);
        string[] keys = ["net:" + Pace.NetworkOf(context.Connection.RemoteIpAddress), "name:" + (name.Length <= LongestName ? people.NormalizeName(name) : "?")];
        await Wait(keys, stop);
        var person = await Known(name, password ?? "");
        if (person is not null)
        {
            pace.Succeeded(keys);
        }
        return person;
    }

    /// <summary>Waits as long as earlier misses ask for. The attempt counts as a miss until it succeeds, so guesses sent all at once wait too.</summary>
    public async Task Wait(string[] keys, CancellationToken stop)
    {
        var delay = pace.DelayFor(keys);
        pace.Missed(keys);
        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, clock, stop);
        }
    }

    public void Succeeded(string[] keys) => pace.Succeeded(keys);

    private async Task<Person?> Known(string name, string password)
    {
        if (name is { Length: > 0 and <= LongestName } && password is { Length: > 0 and <= LongestPassword }
            && await people.FindByNameAsync(name) is { PasswordHash: not null } person)
        {
            return await people.CheckPasswordAsync(person, password) && person.IsActive ? person : null;
        }
        passwords.HashPassword(Nobody, password.Length switch { 0 => " ", <= LongestPassword => password, _ => password[..LongestPassword] });   // the same work as for a known name
        return null;
    }
}
