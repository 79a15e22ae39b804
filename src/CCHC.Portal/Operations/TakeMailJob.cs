using CCHC.Portal.Channels;
using CCHC.Portal.Jobs;
using CCHC.Portal.Sites;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CCHC.Portal.Operations;

/// <summary>Looks into the mailbox and takes what lies there, each letter in a breath of its own.</summary>
public sealed class TakeMailJob(IMailbox mailbox, SiteDirectory sites, MailboxSettings settings, ILogger<TakeMailJob> log) : IJob
{
    private const int AtOnce = 50;

    public string Name => "take-mail";
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(IServiceScopeFactory scopes, CancellationToken stop)
    {
        if (!mailbox.IsThere || sites.All.FirstOrDefault(site => settings.Site == "" || site.Key == settings.Site) is not { } site)
        {
            return;
        }
        await mailbox.Each(AtOnce, arrived => Take(scopes, site, arrived, stop), stop);
    }

    private async Task<bool> Take(IServiceScopeFactory scopes, SiteMap site, ArrivedMail arrived, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalDb>().Enter(site.Id);
        try
        {
            return await scope.ServiceProvider.GetRequiredService<TakingMail>().Take(site, arrived, stop);
        }
        catch (Exception failure) when (failure is DbUpdateException or IOException)
        {
            log.LogWarning("A letter could not be kept and stays in the mailbox: {Error}", failure.GetType().Name);
            return false;
        }
    }
}
