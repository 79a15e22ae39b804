using CCHC.Portal.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Cli.Verbs;

internal static class CreateUser
{
    public static readonly Verb Verb = new(
        "user create --site KEY --name LOGIN --full-name NAME --unit CODE --role ROLE [--password-stdin]",
        "Makes an account, such as the first administrator. Without --password-stdin a password is made, shown once, and changed at the first sign-in.", Do);

    private static async Task<int> Do(Asked asked, CancellationToken stop)
    {
        await asked.Prepare(stop);
        var site = asked.Site(asked["site"]);
        var unit = site.UnitByCode(asked["unit"]) ?? throw new CommandProblem($"There is no unit “{asked["unit"]}”. Known: {string.Join(", ", site.Units.Select(u => u.Code))}");
        if (!Enum.TryParse<Role>(asked["role"], ignoreCase: true, out var role) || !Enum.IsDefined(role))
        {
            throw new CommandProblem($"There is no role “{asked["role"]}”. Known: {string.Join(", ", Enum.GetNames<Role>())}");
        }
        var isMade = !asked.Has("password-stdin");
        var password = isMade ? OwnPassword.New() : await asked.Input.ReadLineAsync(stop) ?? "";
        if (OwnPassword.Problem(password, asked["name"]) is { } problem)
        {
            throw new CommandProblem(problem);
        }

        await asked.Inside(site, async (services, db) =>
        {
            var login = asked["name"].Trim();
            if (await db.People.AnyAsync(person => person.NormalizedUserName == login.ToUpperInvariant(), stop))
            {
                throw new CommandProblem($"There is an account “{login}” already.");
            }
            var person = new Person
            {
                UserName = login,
                NormalizedUserName = login.ToUpperInvariant(),
                FullName = asked["full-name"].Trim(),
                SecurityStamp = Guid.CreateVersion7().ToString("n"),
            };
            person.PasswordHash = services.GetRequiredService<IPasswordHasher<Person>>().HashPassword(person, password);
            person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = unit.Id, Role = role });
            db.People.Add(person);
            if (isMade)
            {
                db.Add(new IdentityUserToken<Guid> { UserId = person.Id, LoginProvider = OwnPassword.Keeper, Name = OwnPassword.Owed, Value = "1" });
            }
            db.AuditEntries.Add(new AuditEntry { At = services.GetRequiredService<TimeProvider>().GetUtcNow(), What = "person-created", Subject = login, Detail = $"portal user create · {role} · {unit.Code}" });
            return await db.SaveChangesAsync(stop);
        });

        await asked.Say($"Made {asked["name"]}: {role} in {unit.Code} of {site.Key}.");
        if (isMade)
        {
            await asked.Say($"Password, shown this once: {password}");
        }
        return 0;
    }
}
