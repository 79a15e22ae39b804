using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.People;
using CCHC.Portal.Sites;
using CCHC.Portal.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CCHC.Portal.Tests.Cases;

/// <summary>A changed calendar moves open cases with both days on record; reminders go once, in working hours; the nightly proof sees what is wrong.</summary>
public sealed class CalendarChangesTests : IAsyncLifetime
{
    private static readonly CancellationToken Stop = CancellationToken.None;
    private static readonly Guid By = Guid.CreateVersion7();

    private TestPortal portal = null!;
    private SiteMap site = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await Given.Portal();
        site = await portal.AddSite();
        await portal.Inside(site, async (_, db) =>
        {
            db.AddRange(
                new RoutingRule { Order = 0, Field = FeedbackField.Land, UnitCode = "KT" },
                new ReminderRule { UnitCode = "*", Clock = ClockKind.Answer, Step = -2, Post = ReminderRule.Officer },
                new ReminderRule { UnitCode = "*", Clock = ClockKind.Answer, Step = -1, Post = "UnitHead" },
                new ReminderRule { UnitCode = "*", Clock = ClockKind.Answer, Step = 1, Post = ReminderRule.UpperHead },
                new ReminderRule { UnitCode = "VP", Clock = ClockKind.Answer, Step = 1, Post = "UnitHead" },
                new MailTemplate { Key = "clock-reminder", Culture = "vi", Subject = "Nhắc {code}", Body = "{words} {link}" },
                Person("xuly", "KT", Role.UnitHandler), Person("truong", "KT", Role.UnitHead), Person("chutich", "UBND", Role.UnitHead));
            await db.SaveChangesAsync();
        });
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_day_off_more_moves_open_cases_and_writes_old_and_new_into_their_history()
    {
        var (open, closed) = (await Case(), await Case());
        await Change(closed, feedback => feedback.Answer("Xong.", By, Given.Morning.AddHours(1), site.Calendar));
        Assert.Equal(new DateOnly(2026, 12, 4), (await Kept(open)).DueAt);   // this site has no culture day yet
        var edit = new CalendarEdit([Day("2026-11-24", CalendarDayKind.Holiday)]);

        var preview = await portal.Inside(site, (services, _) => services.GetRequiredService<CalendarChanges>().Preview(edit, Stop));
        var moved = await portal.Inside(site, (services, _) => services.GetRequiredService<CalendarChanges>().Make(edit, "NQ 28/2026/QH16", By, Stop));

        Assert.Equal((1, 1), (preview.Select(drift => drift.Code).Distinct().Count(), moved));
        Assert.Equal(new DateOnly(2026, 12, 7), (await Kept(open)).DueAt);
        Assert.Equal(new DateOnly(2026, 12, 4), (await Kept(closed)).DueAt);
        var told = (await Kept(open)).Events.Single(happened => happened is { Kind: CaseEventKind.Rescheduled, IsPublic: true });
        Assert.Equal("Trả lời: hạn cũ 04/12/2026, hạn mới 07/12/2026. Lý do: NQ 28/2026/QH16", told.Text);
        Assert.False(portal.Of<SiteDirectory>().ById(site.Id).Calendar.IsWorkingDay(new DateOnly(2026, 11, 24)));
        Assert.Equal(1, await portal.Inside(site, (_, db) => db.AuditEntries.CountAsync(entry => entry.What == "calendar-changed" && entry.PersonId == By)));
    }

    [Fact]
    public async Task A_day_off_more_moves_the_days_of_helpers_and_of_requests_about_personal_data_too()
    {
        var code = await Case();
        await portal.Inside(site, async (services, db) =>
        {
            var feedback = await db.Feedback.Include(feedback => feedback.Supporting).SingleAsync();
            feedback.AskSupportFrom([site.UnitByCode("VP")!.Id], Given.Terms(site));
            db.Add(DataRequest.Ask(feedback, DataRequestKind.Erase, "Xin xóa tên.", feedback.ReceivedAt, site.Calendar, new CasesSettings()));
            return await db.SaveChangesAsync();
        });
        var before = await Days();

        await portal.Inside(site, (services, _) => services.GetRequiredService<CalendarChanges>().Make(new CalendarEdit([Day("2026-11-24", CalendarDayKind.Holiday)]), "Bão", By, Stop));

        var calendar = portal.Of<SiteDirectory>().ById(site.Id).Calendar;
        Assert.Equal((calendar.After(before.Helper, 1), calendar.After(before.Data, 1)), await Days());

        Task<(DateOnly Helper, DateOnly Data)> Days() => portal.Inside(site, async (_, db) => ((await db.Set<SupportingUnit>().SingleAsync()).DueAt!.Value, (await db.DataRequests.SingleAsync()).AcknowledgeBy));
    }

    [Fact]
    public async Task A_day_taken_out_of_the_calendar_again_moves_them_back()
    {
        var code = await Case();
        await Make(Day("2026-11-24", CalendarDayKind.Holiday));
        await Make(Day("2026-11-24", CalendarDayKind.Ordinary));

        Assert.Equal(new DateOnly(2026, 12, 4), (await Kept(code)).DueAt);
        Assert.True(portal.Of<SiteDirectory>().ById(site.Id).Calendar.IsWorkingDay(new DateOnly(2026, 11, 24)));
    }

    [Fact]
    public async Task Other_weekly_hours_move_cases_too()
    {
        var code = await Case();
        var withSaturday = site.Profile.Hours.Append(new OpeningHours(DayOfWeek.Saturday, new(7, 30), new(11, 30))).ToList();
        await portal.Inside(site, (services, _) => services.GetRequiredService<CalendarChanges>().Make(new CalendarEdit([], withSaturday), "Làm thêm thứ Bảy", By, Stop));

        Assert.Equal(new DateOnly(2026, 12, 2), (await Kept(code)).DueAt);
    }

    [Fact]
    public async Task The_nightly_proof_finds_a_day_that_is_not_what_the_calendar_gives()
    {
        var code = await Case();
        await Night();
        Assert.Equal((2, 0), await Proof());   // to take in hand, to answer

        await portal.Inside(site, (_, db) => db.CaseClocks.Where(clock => clock.Kind == ClockKind.Answer).ExecuteUpdateAsync(set => set.SetProperty(clock => clock.DueAt, new DateOnly(2026, 12, 9)), Stop));
        await Night();

        Assert.Equal((2, 1), await Proof());
        Assert.Equal(code, (await portal.Inside(site, (_, db) => db.ClockProofs.OrderByDescending(proof => proof.Day).FirstAsync())).Lines[0].Code);
        await portal.Run<ProveClocksJob>();
        Assert.Equal(2, await portal.Inside(site, (_, db) => db.ClockProofs.CountAsync()));   // one a night
    }

    [Fact]
    public async Task Reminders_go_to_the_named_posts_once_each_and_in_working_hours_only()
    {
        var code = await Case();
        foreach (var (day, hour, mails) in new[]
        {
            ("2026-12-01", 10, 0),    // three days before
            ("2026-12-02", 6, 0),     // two days before, but before hours
            ("2026-12-02", 8, 1),     // the officers of the unit
            ("2026-12-02", 9, 1),     // not again
            ("2026-12-03", 8, 2),     // the head
            ("2026-12-04", 8, 2),
            ("2026-12-05", 10, 2),    // Saturday
            ("2026-12-07", 12, 2),    // lunch
            ("2026-12-07", 14, 3),    // one day late: the head above
        })
        {
            At(day, hour);
            await portal.Run<RemindJob>();
            Assert.True(mails == await Mails(), $"{day} {hour}: {await Mails()} in place of {mails}");
        }
        Assert.Equal(["xuly@example.vn", "truong@example.vn", "chutich@example.vn"], await Receivers());
        var told = (await Kept(code)).Events.Where(happened => happened.Kind == CaseEventKind.Reminded).ToList();
        Assert.Equal(3, told.Count);
        Assert.All(told, happened => Assert.False(happened.IsPublic));
    }

    [Fact]
    public async Task Hundreds_that_stand_still_or_of_which_nobody_is_told_keep_no_reminder_back()
    {
        var other = await Case();
        await Change(other, feedback => feedback.Answer("Xong.", By, Given.Morning.AddHours(1), site.Calendar));
        await portal.Inside(site, async (_, db) =>
        {
            var feedback = await db.Feedback.SingleAsync(feedback => feedback.ReferenceCode == other);
            foreach (var number in Enumerable.Range(0, 520))
            {
                var standing = CaseClock.Start(feedback, number % 2 == 0 ? ClockKind.Answer : ClockKind.Accept, Given.Morning.AddDays(-9), 2, site.Calendar);
                if (number % 2 == 0)
                {
                    standing.Pause(PauseReason.Transferred, Given.Morning);   // the others have no line: nobody is told
                }
                db.Add(standing);
            }
            return await db.SaveChangesAsync();
        });
        await Case();

        At("2026-12-07", 10);
        await portal.Run<RemindJob>();

        Assert.Equal(["chutich@example.vn"], await Receivers());
    }

    [Fact]
    public async Task What_was_told_above_the_unit_is_kept_apart_from_what_the_unit_was_told()
    {
        await Case();
        At("2026-12-03", 8);
        await portal.Run<RemindJob>();   // the head of the unit
        Assert.Equal(0, await Above());

        At("2026-12-07", 14);
        await portal.Run<RemindJob>();   // the head above
        Assert.Equal(1, await Above());

        Task<int> Above() => portal.Inside(site, (_, db) => db.ClockReminders.SumAsync(told => told.ToldAbove));
    }

    [Fact]
    public async Task Who_has_no_address_was_not_told()
    {
        await portal.Inside(site, (_, db) => db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "")));
        var code = await Case();

        At("2026-12-07", 14);
        await portal.Run<RemindJob>();

        Assert.Equal(0, await portal.Inside(site, (_, db) => db.ClockReminders.SumAsync(told => told.ToldAbove)));
        Assert.Contains("Đã báo: chưa ai. Không có địa chỉ thư để báo:", (await Kept(code)).Events.Single(happened => happened.Kind == CaseEventKind.Reminded).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_merged_into_a_case_that_waits_for_its_sender_remind_by_themselves()
    {
        var (lead, other) = (await Case(), await Case());
        await portal.Inside(site, async (_, db) =>
        {
            var both = await db.Feedback.Include(feedback => feedback.Bars).ToDictionaryAsync(feedback => feedback.ReferenceCode);
            both[other].MergeInto(both[lead], By, Given.Morning.AddHours(1), Given.Terms(site));
            both[lead].Ask("Số nhà?", By, Given.Morning.AddHours(2));
            return await db.SaveChangesAsync();
        });

        At("2026-12-07", 10);
        await portal.Run<RemindJob>();

        Assert.Equal(["chutich@example.vn"], await Receivers());
        Assert.Contains((await Kept(other)).Events, happened => happened.Kind == CaseEventKind.Reminded);
        Assert.DoesNotContain((await Kept(lead)).Events, happened => happened.Kind == CaseEventKind.Reminded);
    }

    [Fact]
    public async Task Nobody_is_reminded_while_the_clock_stands_still_or_after_the_answer()
    {
        var (waiting, answered) = (await Case(), await Case());
        await Change(waiting, feedback => feedback.Ask("Số nhà?", By, Given.Morning.AddHours(1)));
        await Change(answered, feedback => feedback.Answer("Xong.", By, Given.Morning.AddHours(1), site.Calendar));

        At("2026-12-07", 10);
        await portal.Run<RemindJob>();

        Assert.Equal(0, await Mails());
    }

    [Fact]
    public async Task A_portal_that_slept_tells_the_last_step_only()
    {
        await Case();

        At("2026-12-07", 10);
        await portal.Run<RemindJob>();

        Assert.Equal(["chutich@example.vn"], await Receivers());
    }

    [Fact]
    public async Task Late_is_counted_to_the_stop_and_not_beyond()
    {
        var code = await Case();
        await Change(code, feedback => feedback.Ask("Số nhà?", By, Given.Morning.AddHours(1)));

        Assert.Equal(0, await portal.Inside(site, (_, db) => db.Feedback.Overdue(new DateOnly(2026, 12, 20)).CountAsync()));
        Assert.Equal(1, await portal.Inside(site, (_, db) => db.Feedback.Open().CountAsync()));
    }

    private void At(string day, int hour) => portal.Clock.SetUtcNow(VietnamTime.At(DateOnly.Parse(day), new TimeOnly(hour, 0)));

    private Task Night()
    {
        At(VietnamTime.Day(portal.Clock.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd"), 2);
        return portal.Run<ProveClocksJob>();
    }

    private Task<(int, int)> Proof() => portal.Inside(site, async (_, db) =>
        await db.ClockProofs.OrderByDescending(proof => proof.Day).FirstAsync() is { } proof ? (proof.Checked, proof.Differences) : (0, 0));

    private Task<int> Mails() => portal.Inside(site, (_, db) => db.Outbox.CountAsync());

    private Task<List<string>> Receivers() => portal.Inside(site, async (_, db) =>
        (await db.Outbox.OrderBy(message => message.CreatedAt).ToListAsync()).ConvertAll(message => message.Read<Mail>(portal.Of<CCHC.Portal.Storage.Vault>())!.To));

    private Task<string> Case() => portal.Inside(site, async (services, _) =>
        (await services.GetRequiredService<Intake>().Receive(site, Given.Message(), Stop)).ReferenceCode);

    private Task Change(string code, Action<Feedback> verb) => portal.Inside(site, async (_, db) =>
    {
        verb(await db.Feedback.SingleAsync(feedback => feedback.ReferenceCode == code));
        await db.SaveChangesAsync();
    });

    private Task<Feedback> Kept(string code) => portal.Inside(site, (_, db) => db.Feedback.AsNoTracking().Include(f => f.Events).SingleAsync(f => f.ReferenceCode == code));

    private Task Make(CalendarDay day) => portal.Inside(site, (services, _) => services.GetRequiredService<CalendarChanges>().Make(new CalendarEdit([day]), "Thử", By, Stop));

    private static CalendarDay Day(string date, CalendarDayKind kind) => new() { Date = DateOnly.Parse(date), Kind = kind, Name = "Ngày thử", Source = "Thử" };

    private Person Person(string name, string unit, Role role)
    {
        var person = new Person { UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = name, Email = name + "@example.vn", SecurityStamp = "x" };
        person.Memberships.Add(new Membership { PersonId = person.Id, UnitId = site.UnitByCode(unit)!.Id, Role = role });
        return person;
    }
}
