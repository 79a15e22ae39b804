using CCHC.Portal.Sites;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CCHC.Portal.Web.Startup;

/// <summary>What a visitor gets when something broke: the right status, plain words, and the typed text back.</summary>
public static class Failures
{
    // SQLite result codes: BUSY, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly HashSet<int> NoRoom = [5, 8, 10, 13, 14];

    private static readonly string[] Texts = ["ContentItems", "Editions", "Approvals", "CaseEvents"];

    public static async Task Answer(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var status = StatusOf(failure);
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "120";
        }
        var typed = failure is null ? null : await Typed(context);
        await (IsSameMoment(failure) ? ErrorPage.WriteSameMoment(context, typed) : ErrorPage.Write(context, status, typed));
    }

    public static int StatusOf(Exception? failure) => failure switch
    {
        null => StatusCodes.Status500InternalServerError,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,   // a form beyond its limits, or no form at all
        SqliteException lite when NoRoom.Contains(lite.SqliteErrorCode) => StatusCodes.Status503ServiceUnavailable,
        PostgresException { SqlState: "25006" or "53100" or "53200" or "53300" or "57P01" or "57P02" or "57P03" } => StatusCodes.Status503ServiceUnavailable,
        NpgsqlException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        IOException or UnauthorizedAccessException => StatusCodes.Status503ServiceUnavailable,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        DbUpdateException when IsSameMoment(failure) => StatusCodes.Status409Conflict,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether two people, or one finger twice, did the same with a text at the same moment: only one of them can be kept.</summary>
    private static bool IsSameMoment(Exception? failure) => failure switch
    {
        null => false,
        SqliteException { SqliteExtendedErrorCode: 2067 } lite => Texts.Any(name => lite.Message.Contains($": {name}.", StringComparison.Ordinal)),   // UNIQUE constraint failed
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } server => server.TableName is { } table && Texts.Contains(table),
        _ => IsSameMoment(failure.InnerException),
    };

    /// <summary>What was typed into the form that failed, to be copied; never passwords or tokens.</summary>
    private static async Task<IReadOnlyList<string>?> Typed(HttpContext context)
    {
        if (!context.Request.HasFormContentType || context.Site() is null)
        {
            return null;
        }
        try
        {
            return ErrorPage.TypedIn(await context.Request.ReadFormAsync(context.RequestAborted));
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or BadHttpRequestException)
        {
            return null;   // the form itself was the problem
        }
    }
}
