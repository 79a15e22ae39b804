using CCHC.Portal.Cases;
using CCHC.Portal.Cases.Asking;
using CCHC.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CCHC.Portal.Web.Pages.Public.Cases;

/// <summary>The answers that a receipt repeats.</summary>
public static class ReceiptAnswers
{
    extension(Receipt receipt)
    {
        /// <summary>What was answered to the questions of the form, for the receipt: nothing personal, and nothing of what went under seal.</summary>
        public async Task<IReadOnlyList<GivenAnswer>> Answers(PortalDb db, CancellationToken stop)
        {
            if (receipt.IsSealed)
            {
                return [];
            }
            var code = receipt.ReferenceCode;
            var given = await db.Feedback.AsNoTracking().Where(feedback => feedback.ReferenceCode == code).Select(feedback => feedback.Given).SingleOrDefaultAsync(stop);
            return [.. GivenAnswer.Read(given ?? "").Where(answer => !answer.IsPersonal)];
        }
    }
}
