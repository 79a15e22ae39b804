namespace CCHC.Portal.Journeys.Stage;

/// <summary>A story in which one person after another takes the telephone: a resident, an editor, an officer.</summary>
public abstract class Story(Theatre theatre) : IAsyncDisposable
{
    private const int Telephone = 360;
    private Visitor? visitor;

    protected Theatre Theatre => theatre;

    /// <summary>Who holds the telephone now.</summary>
    protected Visitor Somebody => visitor!;

    public async ValueTask DisposeAsync()
    {
        if (visitor is not null)
        {
            await visitor.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    protected async Task Comes()
    {
        if (visitor is not null)
        {
            visitor.Met_no_trouble();
            await visitor.DisposeAsync();
        }
        visitor = await theatre.Visitor(Telephone);
    }

    protected async Task Comes_in_as(string userName)
    {
        await Comes();
        await Somebody.Signs_in_as(userName);
    }

    /// <summary>For people with other eyes, hands and screens, too.</summary>
    protected async Task Looks_well()
    {
        var examination = new Examination(Somebody);
        await examination.Of(new Uri(Somebody.Page.Url).PathAndQuery);
        examination.FoundNothing();
    }
}
