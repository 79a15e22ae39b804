using CCHC.Portal.Cases;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The sender corrects their own words; the first ones stay beside the new ones.</summary>
[NeverCached]
public sealed class CorrectModel(OwnCase own) : OwnCaseVerb(own)
{
    [BindProperty] public string? Corrected { get; set; }

    /// <summary>The words as they stand: the last correction, or what was sent first.</summary>
    public string Standing { get; private set; } = "";

    public override bool Fits => Case.IsOpen;
    protected override string Said => "dinh-chinh";

    protected override async Task Look(CancellationToken stop) =>
        Standing = await Own.Db.CaseEvents.Where(happened => happened.FeedbackId == Case.Id && happened.Kind == CaseEventKind.Corrected).OrderByDescending(happened => happened.At).Select(happened => happened.Text).FirstOrDefaultAsync(stop) ?? Case.Message;

    protected override void Begin() => Corrected = Standing;

    protected override Task Act(CancellationToken stop)
    {
        Corrected = OwnCase.Read(Corrected, "Corrected", "Hãy viết nội dung đúng", ModelState);
        if (Corrected == Standing)
        {
            ModelState.AddModelError("Corrected", "Nội dung chưa có gì thay đổi");
        }
        if (ModelState.IsValid)
        {
            Case.Correct(Corrected, Own.Now);
        }
        return Task.CompletedTask;
    }
}
