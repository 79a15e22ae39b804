using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CCHC.Portal.Channels;

/// <summary>Locks what is put into the outbox as it is saved: who is told lies nowhere in the clear.</summary>
public sealed class LocksOutbox(Vault vault) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Lock(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken stop = default)
    {
        Lock(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Lock(DbContext? db)
    {
        foreach (var entry in db?.ChangeTracker.Entries<OutboxMessage>().Where(entry => entry.State is EntityState.Added or EntityState.Modified) ?? [])
        {
            entry.Entity.Lock(vault);
        }
    }
}
