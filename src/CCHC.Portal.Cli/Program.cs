using CCHC.Portal.Cli;

return await PortalCommand.Run(args, Console.In, Console.Out, Console.Error);
