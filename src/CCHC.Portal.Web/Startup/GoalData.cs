using System.Globalization;
using CCHC.Portal.Content;
using CCHC.Portal.Content.Types;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Startup;

/// <summary>The goals of the years as open data: the same numbers as the pages; an empty cell was not published.</summary>
public static class GoalData
{
    public static readonly string[] Head = ["nam", "chi_tieu", "phai_dat", "da_dat", "don_vi_do", "cang_it_cang_tot", "han", "don_vi_chiu_trach_nhiem", "tinh_den", "nguon", "so_mau"];

    public static async Task<IResult> All(PortalDb db, Visit visit, CancellationToken stop) =>
        OpenCsv.File(OpenCsv.Text(Head, (await db.Editions.AsNoTracking().Live().OfType(ContentTypes.YearGoals).ForReader(visit.Culture).ToListAsync(stop))
            .Select(edition => edition.As<YearGoals>()).OrderByDescending(goals => goals.Year).SelectMany(goals => goals.Goals.Select(goal => Row(goals, goal)))), "chi-tieu.csv");

    private static string?[] Row(YearGoals goals, YearGoal goal) =>
        [OpenCsv.Whole(goals.Year), goal.Name, Number(goal.Target), Number(goal.Reached), goal.Unit, goal.LessIsBetter ? "x" : "", OpenCsv.Day(goal.Due), goal.ResponsibleUnit, OpenCsv.Day(goals.AsOf), goal.Source, goals.Sample ? "x" : ""];

    private static string? Number(decimal? number) => number?.ToString("0.######", CultureInfo.InvariantCulture);
}
