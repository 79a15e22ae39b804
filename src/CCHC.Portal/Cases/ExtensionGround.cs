namespace CCHC.Portal.Cases;

/// <summary>Why more time was needed, as it can be counted and shown without anybody's words.</summary>
public enum ExtensionGround
{
    /// <summary>None of the others; what is kept of extensions older than this list.</summary>
    Other,

    /// <summary>Measuring, inspecting, looking on the spot.</summary>
    OnSite,

    /// <summary>Another body has to answer first.</summary>
    OtherBody,

    /// <summary>Papers have to be found or compared.</summary>
    Papers,

    /// <summary>Several matters, several people.</summary>
    Complex,

    /// <summary>Storm, rough sea, no ferry.</summary>
    Weather,
}
