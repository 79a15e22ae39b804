using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Kit;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CCHC.Portal.Web.Pages.Desk.People;

/// <summary>Gives a person a role in a unit, for all languages or one, or takes one back; never one's own.</summary>
[Needs(Deed.ManagePeople)]
public sealed class RolesModel(PersonAtHand hand, UserManager<Person> people, PortalDb db, Visit visit) : PageModel
{
    [BindProperty] public string? UnitCode { get; set; }
    [BindProperty] public Role? Role { get; set; }

    /// <summary>"vi", "en", or empty for every language.</summary>
    [BindProperty] public string? Culture { get; set; }

    /// <summary>The membership to take back; none when one is given.</summary>
    [BindProperty] public Guid? Remove { get; set; }

    [BindProperty] public string? Password { get; set; }
    public Person Who { get; private set; } = null!;
    public List<Problem> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await Open(id, stop) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (await Open(id, stop) is not { } person)
        {
            return NotFound();
        }
        if (!await hand.IsStillMe(Password, HttpContext, stop))
        {
            Problems.Add(new("Password", "Mật khẩu của bạn chưa đúng."));
        }
        var change = Remove is { } held ? TakeBack(person, held) : Give(person);
        if (Problems.Count > 0 || change is null)
        {
            return this.Invalid();
        }
        hand.Record(Remove is null ? "role-given" : "role-taken", person, change);
        await people.UpdateSecurityStampAsync(person);   // saves, and every open session asks again
        TempData["Flash"] = Remove is null ? "Đã thêm vai trò." : "Đã bỏ vai trò.";
        return RedirectToPage("Person", new { id });
    }

    private string? Give(Person person)
    {
        var unit = visit.Site.UnitByCode(UnitCode) is { Kind: UnitKind.Internal or UnitKind.Peer } known ? known : null;
        if (unit is null)
        {
            Problems.Add(new("UnitCode", "Hãy chọn đơn vị."));
        }
        if (Role is null)
        {
            Problems.Add(new("Role", "Hãy chọn vai trò."));
        }
        if (unit is null || Role is not { } role)
        {
            return null;
        }
        if (person.Memberships.Exists(held => held.UnitId == unit.Id && held.Role == role))
        {
            Problems.Add(new("Role", "Người này đã có vai trò đó ở đơn vị này. Hãy bỏ vai trò cũ trước nếu muốn đổi ngôn ngữ."));
            return null;
        }
        if (Problems.Count > 0)
        {
            return null;
        }
        var culture = visit.Site.Profile.Cultures.Contains(Culture ?? "") ? Culture : null;
        db.Memberships.Add(new Membership { PersonId = person.Id, UnitId = unit.Id, Role = role, Cultures = culture });
        return $"{role} {unit.Code} {culture}".TrimEnd();
    }

    private string? TakeBack(Person person, Guid which)
    {
        if (person.Memberships.Find(held => held.Id == which) is not { } membership)
        {
            Problems.Add(new("Role", "Vai trò này vừa được bỏ."));
            return null;
        }
        if (person.Memberships.Count == 1)
        {
            Problems.Add(new("Role", "Đây là vai trò cuối cùng. Hãy thêm vai trò khác trước, hoặc khóa tài khoản."));
            return null;
        }
        if (Problems.Count > 0)
        {
            return null;
        }
        db.Memberships.Remove(membership);
        return $"{membership.Role} {visit.Site.UnitById(membership.UnitId)?.Code}";
    }

    // One's own roles are another administrator's business.
    private async Task<Person?> Open(Guid id, CancellationToken stop)
    {
        if (id == hand.Me || await hand.Find(id, stop) is not { } person)
        {
            return null;
        }
        return Who = person;
    }
}
