namespace CCHC.Portal.Web.Kit;

/// <summary>The top of an inner page: where one is, what it is called, what it is for.</summary>
public sealed record PageHead(string Title, string? Lead = null, string? UpLabel = null, string? UpAddress = null, bool Slim = false);
