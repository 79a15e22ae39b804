using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CCHC.Portal.Tests.Storage;

/// <summary>Counts the questions a context sends to its database.</summary>
public sealed class Commands : DbCommandInterceptor
{
    public int Seen { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Seen++;
        return ValueTask.FromResult(result);
    }
}
