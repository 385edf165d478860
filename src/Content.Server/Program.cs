using Content.Server.Live;

// Started by programs and editors, never by hand: there is no help beyond this line.
if (args is not ["live", var file])
{
    Console.Error.WriteLine("usage: Content.Server live FILE, where FILE is the .content.live file that a build leaves beside an assembly");
    return 2;
}

return await LiveHost.RunAsync(file);
