namespace CCHC.Portal.Storage;

/// <summary>A file sent by the public after it was judged: ready to keep, or with its problem and no content.</summary>
public sealed record IncomingFile(
    IncomingProblem Problem, string ContentType, string Extension, byte[] Content, int? Width, int? Height, string SafeName);
