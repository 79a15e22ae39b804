using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CCHC.Portal.Cases;
using CCHC.Portal.Content;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using CCHC.Portal.Tests.Web;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.House;

/// <summary>Every door on a case, tried by every role for a case of the own unit, of another, of one below, of one above, of none yet, and of the own unit though it is about it.</summary>
public sealed partial class MatrixTests : IAsyncLifetime
{
    private readonly PortalHost portal = PortalHost.Idle();
    private readonly Dictionary<string, string> cases = [];
    private readonly Dictionary<string, Guid> files = [];

    public async ValueTask InitializeAsync()
    {
        await portal.InitializeAsync();
        await portal.Inside(async (_, db) =>
        {
            var below = new Unit { Code = "KT-1", Name = "Tổ Địa chính (mẫu)", ParentId = portal.Site.UnitByCode("KT")!.Id };
            db.Units.Add(below);
            foreach (var role in Enum.GetValues<Role>())
            {
                var person = new Person { UserName = NameOf(role), NormalizedUserName = NameOf(role).ToUpperInvariant(), FullName = $"{role} của Phòng Kinh tế (mẫu)", SecurityStamp = "x", TwoFactorEnabled = true };
                person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = portal.Site.UnitByCode("KT")!.Id, Role = role });
                db.Add(person);
            }
            await db.SaveChangesAsync();
            return 0;
        });
        await portal.Services.GetRequiredService<SiteDirectory>().Reload();
        foreach (var (where, unit) in new[] { ("own", "KT"), ("other", "VP"), ("below", "KT-1"), ("above", "UBND"), ("none", "") })
        {
            cases[where] = await Case(where, unit);
        }
        cases["accused"] = await Accused();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Each_role_finds_behind_each_door_of_a_case_what_the_table_of_rights_says()
    {
        var (broken, tried) = (new List<string>(), 0);
        foreach (var role in Enum.GetValues<Role>())
        {
            var officer = await portal.Browser().SignIn(NameOf(role));
            foreach (var door in Doors)
            {
                foreach (var (where, code) in cases)
                {
                    tried++;
                    var address = AddressOf(door, code);
                    var answer = await officer.Get(address);
                    var may = Needs(door).All(deed => Rights.Of(role, deed) != Reach.Nothing);
                    var sees = may && Sees(role, where);
                    var right = !may ? answer.StatusCode == HttpStatusCode.Forbidden
                        : !sees ? answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed || (answer.StatusCode == HttpStatusCode.Redirect && IsOnlyAForm(door))
                        : (int)answer.StatusCode is < 400 or 404 or 405;   // a verb that this case is not in the state for, or this person not the one for
                    if (!right || (!sees && (await answer.Text()).Contains("NOIDUNG-" + where, StringComparison.Ordinal)))
                    {
                        broken.Add($"{role} {where} {address}: {(int)answer.StatusCode}");
                    }
                    if (sees && door.RoutePattern.RawText!.TrimStart('/') is "quan-tri/phan-anh/{code}" or "quan-tri/phan-anh/{code}/tep/{id:guid}" && answer.StatusCode != HttpStatusCode.OK)
                    {
                        broken.Add($"{role} {where} does not see the case itself: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Findings.None(broken);
        Assert.True(tried > 10 * 6 * 15, $"Only {tried} tries.");
    }

    [Fact]
    public async Task Nothing_sent_to_any_door_of_a_case_by_who_may_not_see_it_changes_anything()
    {
        (string, string)[] typed = [("Text", "Ma trận thử"), ("Version", "0"), ("Seen", "true"), ("Words", "NOIDUNG"), ("Chosen", "NOIDUNG"), ("Unit", "VP"), ("UnitCode", "VP"), ("Days", "3"), ("Go", "send"), ("Do", "save"), ("Why", "Ma trận thử"), ("Sure", "true")];
        var (broken, tried, before) = (new List<string>(), 0, await Traces());
        foreach (var role in Enum.GetValues<Role>())
        {
            var officer = await portal.Browser().SignIn(NameOf(role));
            var token = (await (await officer.Get("/quan-tri")).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (where, code) in cases)
            {
                foreach (var door in Doors.Where(door => !Sees(role, where) || Needs(door).Exists(deed => Rights.Of(role, deed) == Reach.Nothing)))
                {
                    tried++;
                    var answer = await officer.Post(AddressOf(door, code), [.. typed, ("__RequestVerificationToken", token)]);
                    if (answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed) || (await answer.Text()).Contains("NOIDUNG-" + where, StringComparison.Ordinal))
                    {
                        broken.Add($"{role} {where} {AddressOf(door, code)}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Findings.None(broken);
        Assert.Equal(before, await Traces());
        Assert.True(tried > 10 * 6 * 15, $"Only {tried} tries.");
        var handler = await portal.Browser().SignIn(NameOf(Role.UnitHandler));   // the same words from who may: they do change something
        var own = (await (await handler.Get("/quan-tri")).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await handler.Post($"/quan-tri/phan-anh/{cases["own"]}/ghi-chu", [.. typed, ("__RequestVerificationToken", own)])).StatusCode);
        Assert.NotEqual(before, await Traces());
    }

    [Fact]
    public async Task Who_asked_to_stay_unknown_is_known_behind_every_door_to_the_intake_officer_only()
    {
        string[] told = ["Hồng Vân", "Hoàng T.", "090•••", "0907654321", "h•••@", "hong.van@example.vn"];
        var hidden = new[] { await Case("kin", "KT", withheld: true), await Case("phoi-hop", "VP", withheld: true) };
        await portal.Inside((_, db) =>
        {
            db.Add(new SupportingUnit { SiteId = portal.Site.Id, FeedbackId = db.Feedback.Single(one => one.ReferenceCode == hidden[1]).Id, UnitId = portal.Site.UnitByCode("KT")!.Id, AskedAt = Given.Morning, Question = "x" });
            return db.SaveChangesAsync();
        });
        var (broken, knew) = (new List<string>(), new List<string>());
        foreach (var role in Enum.GetValues<Role>())
        {
            var officer = await portal.Browser().SignIn(NameOf(role));
            var token = (await (await officer.Get("/quan-tri")).Read()).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            foreach (var (door, code) in Doors.SelectMany(door => hidden.Select(code => (door, code))))
            {
                var address = AddressOf(door, code);
                var text = await (await officer.Get(address)).Text() + (address.EndsWith("/nguoi-gui", StringComparison.Ordinal) ? await (await officer.Post(address, ("__RequestVerificationToken", token))).Text() : "");
                if (told.Where(word => text.Contains(word, StringComparison.Ordinal)).ToList() is { Count: > 0 } words)
                {
                    (role == Role.IntakeOfficer ? knew : broken).Add($"{role} {address}: {string.Join(", ", words)}");
                }
            }
        }

        Findings.None(broken);
        Assert.True(knew.Count >= 4, string.Join('\n', knew));   // the case and the whole of who sent it, twice; else the walk proves nothing
    }

    private IEnumerable<RouteEndpoint> Doors => portal.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(door => door.RoutePattern.RawText!.Contains("{code}", StringComparison.Ordinal) && Needs(door).Count > 0).DistinctBy(door => door.RoutePattern.RawText);

    // What else an address asks for is the case's own file.
    private string AddressOf(RouteEndpoint door, string code) =>
        "/" + Parameter().Replace(door.RoutePattern.RawText!.TrimStart('/'), found => found.Value == "{code}" ? code : found.Value.Contains(":guid", StringComparison.Ordinal) ? files[code].ToString() : found.Value.EndsWith("?}", StringComparison.Ordinal) ? "" : "1");

    // Every row that hangs on a case, is one, or tells of what was done.
    private Task<List<string>> Traces() => portal.Inside(async (_, db) =>
    {
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Where(entity => entity.FindProperty("FeedbackId") is not null || entity.ClrType == typeof(Feedback) || entity.ClrType == typeof(AuditEntry) || entity.ClrType == typeof(TypedCopy)).Select(entity => entity.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // the names are the model's own
            command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
            await using var read = await command.ExecuteReaderAsync();
            while (await read.ReadAsync())
            {
                rows.Add(table + " " + string.Join('|', Enumerable.Range(0, read.FieldCount).Select(read.GetValue).Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value.ToString())));
            }
        }
        return rows.Order(StringComparer.Ordinal).ToList();
    });

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    private static List<Deed> Needs(RouteEndpoint door) => [.. door.Metadata.OfType<NeedsAttribute>().Select(needs => needs.Deed)];

    // Answers only a form; asked for by its address it leads back to the case, which then is not found.
    private static bool IsOnlyAForm(RouteEndpoint door) => door.RoutePattern.RawText!.Split('/')[^1] is "nhan" or "nguoi-gui" or "tu-luu";

    // Written down a second time: what the table of rights means for cases.
    private static bool Sees(Role role, string where) => where != "accused" && role switch
    {
        Role.IntakeOfficer => true,
        Role.UnitHandler => where == "own",
        Role.UnitHead => where is "own" or "below",
        _ => false,
    };

    private static string NameOf(Role role) => "ma-tran." + role;

    private Task<string> Case(string where, string unit, bool withheld = false) => portal.Inside(async (services, db) =>
    {
        var code = $"PA-MM{where[..2].ToUpperInvariant()}-{where[..2].ToUpperInvariant()}WW";
        var sender = new Submitter { Name = "Hoàng Thị Hồng Vân", Phone = "0907654321", Email = "hong.van@example.vn" };
        var feedback = new Feedback { ReferenceCode = code, SecretHash = [1], IdempotencyKey = code, Message = "NOIDUNG-" + where, ReceivedAt = Given.Morning, IdentityWithheld = withheld, SubmitterBox = withheld ? services.GetRequiredService<Vault>().Lock(sender, Feedback.IdentityPurpose) : null };
        feedback.Receive(FeedbackKind.Report, FeedbackField.Land, portal.Site.UnitByCode(unit)?.Id, new DateOnly(2027, 1, 4));
        feedback.StartClocks(services.GetRequiredService<Deadlines>().TermsOf(portal.Site));
        var kept = await services.GetRequiredService<DraftFiles>().Keep(new IncomingFile(IncomingProblem.None, "application/pdf", "pdf", Encoding.UTF8.GetBytes("%PDF-1.4 NOIDUNG-" + where), null, null, "giay.pdf"), CancellationToken.None);
        var file = new Attachment { SiteId = portal.Site.Id, FeedbackId = feedback.Id, Name = kept.Name, StoreKey = kept.StoreKey, ContentType = kept.ContentType, Size = kept.Size };
        feedback.Attachments.Add(file);
        files[code] = file.Id;
        db.Feedback.Add(feedback);
        await db.SaveChangesAsync();
        return code;
    });

    // About the unit, and wrongly left with it: even then nobody of it sees it.
    private Task<string> Accused() => portal.Inside(async (services, db) =>
    {
        var code = await Case("accused", "KT");
        var feedback = await db.Feedback.Include(f => f.Bars).Include(f => f.Abouts).SingleAsync(f => f.ReferenceCode == code);
        await services.GetRequiredService<Conflicts>().Note(portal.Site, feedback, new AboutWhom(portal.Site.UnitByCode("KT")!.Id, AboutPost.Unit), AboutSource.Officer, Guid.CreateVersion7(), Given.Morning, CancellationToken.None);
        await db.SaveChangesAsync();
        return code;
    });
}
