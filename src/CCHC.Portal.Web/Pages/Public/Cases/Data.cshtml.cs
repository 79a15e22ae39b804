using CCHC.Portal.Cases;
using CCHC.Portal.Storage;
using CCHC.Portal.Web.Startup;
using Microsoft.AspNetCore.Mvc;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>“My data”: shows the sender everything kept about them and takes a request to correct or erase it.</summary>
[NeverCached]
public sealed class DataModel(OwnCase own, Vault vault, CasesSettings settings) : OwnCaseVerb(own)
{
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Words { get; set; }

    public MyData Kept { get; private set; } = null!;
    public CasesSettings Settings => settings;

    /// <summary>One request at a time: the next when the last one is decided.</summary>
    public bool MayAsk => !Kept.Requests.Any(asked => asked.State == DataRequestState.Asked);

    public override bool Fits => true;
    protected override string Said => "du-lieu";

    protected override async Task Look(CancellationToken stop) => Kept = await MyData.Of(Case, Own, vault, stop);

    protected override Task Act(CancellationToken stop)
    {
        Words = OwnCase.Read(Words, "Words", "Hãy viết bạn cần gì", ModelState);
        if (Kind is not (nameof(DataRequestKind.Correct) or nameof(DataRequestKind.Erase)))
        {
            ModelState.AddModelError("Kind", "Hãy chọn sửa hoặc xóa");
        }
        if (!MayAsk)
        {
            ModelState.AddModelError("Kind", "Bạn đã có một yêu cầu đang được giải quyết");
        }
        if (ModelState.IsValid)
        {
            Own.Db.DataRequests.Add(DataRequest.Ask(Case, Enum.Parse<DataRequestKind>(Kind!), Words, Own.Now, Own.Site.Calendar, settings));
        }
        return Task.CompletedTask;
    }
}
