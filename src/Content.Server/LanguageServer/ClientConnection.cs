using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Content.Server.LanguageServer;

/// <summary>The connection to a client. What went wrong here is written to the log; the client hears what it can do something about.</summary>
internal sealed class ClientConnection(IJsonRpcMessageHandler messages, ServerLog log) : JsonRpc(messages)
{
    protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        if (exception is LocalRpcException or OperationCanceledException)
            return base.CreateErrorDetails(request, exception);
        if (exception is JsonException)
            return new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.InvalidParams, Message = exception.Message };
        log.Write($"{request.Method}: CONTENT9001: {exception}");
        return new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.InternalError, Message = $"CONTENT9001: {exception.Message} The log has more: {log.Path}" };
    }
}
