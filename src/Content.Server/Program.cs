using Content.Server.LanguageServer;
using Content.Server.Live;

// Started by programs and editors, never by hand: there is no help beyond these lines.
switch (args)
{
    case ["live", var file]:
        return await LiveHost.RunAsync(file);
    // Editors add arguments of their own, such as --stdio and --clientProcessId.
    case ["lsp", ..]:
        return await LanguageServerHost.RunAsync(args.FirstOrDefault(argument => argument.StartsWith("--log=", StringComparison.Ordinal))?["--log=".Length..]);
    default:
        Console.Error.WriteLine("usage: Content.Server live FILE, where FILE is the .content.live file that a build leaves beside an assembly");
        Console.Error.WriteLine("       Content.Server lsp [--log=FILE], a language server on standard input and output");
        return 2;
}
