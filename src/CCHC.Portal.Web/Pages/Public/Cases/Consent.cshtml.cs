using CCHC.Portal.Cases;
using CCHC.Portal.Web.Pages.Desk.Published;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>Consent to publish, apart from everything else and taken back at any time.</summary>
[NeverCached]
public sealed class ConsentModel(OwnCase own, TakingBack takingBack) : OwnCaseVerb(own)
{
    [BindProperty] public bool May { get; set; }

    public override bool Fits => Case.Kind is not (FeedbackKind.AdministrativeComplaint or FeedbackKind.Denunciation);
    protected override string Said => May ? "dong-y" : "rut-dong-y";

    protected override async Task Act(CancellationToken stop)
    {
        Case.Consent(May, Own.Now);
        if (!May)
        {
            await takingBack.AllOf(Case.Id, "Người gửi rút đồng ý công khai.", stop);
        }
    }
}
