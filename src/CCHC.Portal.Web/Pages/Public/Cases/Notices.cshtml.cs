using CCHC.Portal.Cases;
using CCHC.Portal.Channels;
using CCHC.Portal.Language;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>By which ways the sender hears that there is something new: mail, text message, Zalo, or none.</summary>
[NeverCached]
public sealed class NoticesModel(OwnCase own, Vault vault) : OwnCaseVerb(own)
{
    private Submitter sender = new();

    [BindProperty] public bool ByMail { get; set; }
    [BindProperty] public bool BySms { get; set; }
    [BindProperty] public bool ByZalo { get; set; }
    [BindProperty] public string? Email { get; set; }
    [BindProperty] public string? Phone { get; set; }

    // Whether there is one, never which: both codes may be in another hand.
    public bool HasMail => sender.Email != "";
    public bool HasPhone => sender.Phone != "";
    public override bool Fits => true;
    protected override string Said => "bao-tin";

    protected override Task Look(CancellationToken stop)
    {
        sender = Case.SubmitterBox is { } box ? vault.Unlock<Submitter>(box, Feedback.IdentityPurpose) : new();
        return Task.CompletedTask;
    }

    protected override void Begin() => (ByMail, BySms, ByZalo) = (Case.WantsMail, Case.TextBy == TextWay.Sms, Case.TextBy == TextWay.Zalo);

    protected override Task Act(CancellationToken stop)
    {
        (Email, Phone) = (VietnameseText.CleanLine(Email), VietnameseText.CleanLine(Phone));
        var typed = new SendForm { Email = Email, Phone = Phone };
        typed.CheckReach(ModelState, "Email", "Phone");
        if (ByMail && Email == "" && !HasMail)
        {
            ModelState.AddModelError("Email", "Nhập địa chỉ thư để nhận tin, hoặc bỏ chọn nhận tin qua thư");
        }
        if ((BySms || ByZalo) && Phone == "" && !HasPhone)
        {
            ModelState.AddModelError("Phone", "Nhập số điện thoại để nhận tin, hoặc bỏ chọn");
        }
        if (ModelState.IsValid)
        {
            var told = sender with { Email = Email == "" ? sender.Email : Email, Phone = Phone == "" ? sender.Phone : typed.Submitter.Phone };
            Case.NotifyBy(ByMail, BySms ? TextWay.Sms : ByZalo ? TextWay.Zalo : null, told == sender ? null : vault.Lock(told, Feedback.IdentityPurpose), Own.Now);
        }
        return Task.CompletedTask;
    }
}
