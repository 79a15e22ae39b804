namespace CCHC.Portal.Storage;

/// <summary>Why a file sent by the public is not taken.</summary>
public enum IncomingProblem { None, TooLarge, UnknownType, NotWhatItSays, TooManyPixels, Broken, Encrypted, Empty, HasProgram, TooMuchInside }
