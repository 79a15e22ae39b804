namespace CCHC.Portal.Cases;

/// <summary>The field of public work a message is about (glossary §8).</summary>
public enum FeedbackField
{
    OneStop,
    OnlineService,
    CivilStatus,
    Residence,
    Land,
    Construction,
    Business,
    SocialPolicy,
    Tourism,
    Transport,
    Environment,
    Security,
    CivilServiceConduct,
    Information,
    ReformPolicy,
    Other,
}
