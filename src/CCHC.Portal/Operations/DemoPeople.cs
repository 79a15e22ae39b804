using CCHC.Portal.Cases;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Operations;

/// <summary>Accounts for trying the portal out. Development only: the names are made up and the password is on the console.</summary>
public sealed class DemoPeople(PortalDb db, IPasswordHasher<Person> passwords, Vault vault)
{
    public const string Password = "thu-nghiem-2026";

    /// <summary>The authenticator key of the reader of sealed cases, who must have one; as public as the password.</summary>
    public static readonly byte[] ReaderKey = [.. Enumerable.Range(1, 20).Select(i => (byte)(i * 7))];

    public static readonly IReadOnlyList<(string UserName, string FullName, string Unit, Role Role)> All =
    [
        ("bientap", "Biên tập viên (mẫu)", "TTVHTT", Role.Editor),
        ("congtacvien", "Cộng tác viên (mẫu)", "TTVHTT", Role.Contributor),
        ("duyetbai", "Người duyệt bài (mẫu)", "VHXH", Role.Publisher),
        ("duyetbai.vp", "Người duyệt bài của Văn phòng (mẫu)", "VP", Role.Publisher),
        ("daumoi", "Cán bộ đầu mối (mẫu)", "VP", Role.IntakeOfficer),
        ("canbo.vp", "Cán bộ Văn phòng (mẫu)", "VP", Role.UnitHandler),
        ("canbo.kt", "Cán bộ Phòng Kinh tế (mẫu)", "KT", Role.UnitHandler),
        ("canbo.mc", "Cán bộ Một cửa (mẫu)", "TTPVHCC", Role.UnitHandler),
        ("truongphong.kt", "Trưởng phòng Kinh tế (mẫu)", "KT", Role.UnitHead),
        ("lanhdao", "Lãnh đạo UBND (mẫu)", "UBND", Role.UnitHead),
        ("khokin", "Người phụ trách kho kín (mẫu)", "UBND", Role.SealedOfficer),
        ("khokin.tp", "Người đọc kho kín của thành phố (mẫu)", "X-TP", Role.SealedOfficer),
        ("giamsat", "Giám sát của Mặt trận (mẫu)", "UBND", Role.Observer),
        ("kiemtra", "Người kiểm tra (mẫu)", "UBND", Role.Auditor),
        ("quantri", "Quản trị hệ thống (mẫu)", "VP", Role.Administrator),
    ];

    public async Task Add(SiteMap site, CancellationToken stop)
    {
        db.Enter(site.Id);
        if (await db.People.AnyAsync(stop))
        {
            return;
        }
        foreach (var (userName, fullName, unitCode, role) in All)
        {
            var person = new Person
            {
                UserName = userName,
                NormalizedUserName = userName.ToUpperInvariant(),
                FullName = fullName,
                SecurityStamp = Guid.CreateVersion7().ToString("n"),
                LockoutEnabled = true,
            };
            person.PasswordHash = passwords.HashPassword(person, Password);
            person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = site.UnitByCode(unitCode)!.Id, Role = role });
            if (role == Role.SealedOfficer)
            {
                person.TwoFactorEnabled = true;
                db.Add(SecondFactor.Given(person.Id, ReaderKey, vault));
            }
            db.People.Add(person);
            if (role == Role.IntakeOfficer && await db.RoutingTables.SingleOrDefaultAsync(table => table.Number == 1, stop) is { } first)
            {
                first.UnmatchedOwnerId = person.Id;
            }
        }
        await db.SaveChangesAsync(stop);
    }
}
