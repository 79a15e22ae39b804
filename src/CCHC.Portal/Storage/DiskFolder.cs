using System.Runtime.InteropServices;

namespace CCHC.Portal.Storage;

/// <summary>Folders whose entries are on the disk, not only in the machine's memory.</summary>
internal static class DiskFolder
{
    public static void Make(string folder)
    {
        if (Directory.Exists(folder)) return;

        Directory.CreateDirectory(folder);
        Flush(Path.GetDirectoryName(folder)!);
    }

    /// <summary>Flushes the folder and those it lies in, up to the root: another writer may just have made one of them.</summary>
    public static void FlushUpTo(string root, string folder)
    {
        for (; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!) Flush(folder);
        Flush(root);
    }

    /// <summary>Makes names created, moved or removed in the folder outlive a power cut.</summary>
    public static void Flush(string folder)
    {
        // .NET opens no folder as a handle. Windows journals names by itself; macOS is for development only.
        if (!OperatingSystem.IsLinux()) return;

        var handle = Open(folder, ReadOnlyFolder);
        if (handle < 0) throw Failed("open", folder);
        try
        {
            if (FSync(handle) < 0 && Marshal.GetLastPInvokeError() is var error && !(error is NotSupported or Invalid)) throw Failed("flush", folder);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failed(string verb, string folder) =>
        new($"Cannot {verb} the folder {folder}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");

    private const int ReadOnlyFolder = 0x80000;   // O_RDONLY | O_CLOEXEC, the same on x64 and arm64
    private const int Invalid = 22;               // EINVAL: some network and overlay file systems flush no folders
    private const int NotSupported = 95;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int handle);
}
