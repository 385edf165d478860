var app = WebApplication.Create(args);
app.MapGet("/", () => "Content");
app.Run();
