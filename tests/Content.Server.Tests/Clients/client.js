// The protocol as Microsoft's own library has it, against the server: what it saw goes to standard output as JSON.
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const protocol = require('vscode-languageserver-protocol/node');

const [server, root] = process.argv.slice(2);
const uriOf = file => pathToFileURL(path.join(root, file)).toString();
const child = spawn('dotnet', [server, 'lsp'], { stdio: ['pipe', 'pipe', 'inherit'] });
const connection = protocol.createProtocolConnection(new protocol.StreamMessageReader(child.stdout), new protocol.StreamMessageWriter(child.stdin));
const published = new Map();
const waiting = [];

connection.onNotification(protocol.PublishDiagnosticsNotification.type, params => {
  published.set(params.uri, params.diagnostics);
  for (const one of [...waiting]) {
    if (one.uri === params.uri && one.condition(params.diagnostics)) {
      waiting.splice(waiting.indexOf(one), 1);
      one.resolve(params.diagnostics);
    }
  }
});
connection.onRequest(protocol.RegistrationRequest.type, () => {});
connection.listen();

function diagnosticsOf(uri, condition) {
  return published.has(uri) && condition(published.get(uri)) ? Promise.resolve(published.get(uri)) : new Promise(resolve => waiting.push({ uri, condition, resolve }));
}

async function run() {
  const seen = {};
  const { capabilities } = await connection.sendRequest(protocol.InitializeRequest.type, {
    processId: process.pid,
    rootUri: pathToFileURL(root).toString(),
    workspaceFolders: [{ uri: pathToFileURL(root).toString(), name: 'site' }],
    capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } } },
  });
  seen.encoding = capabilities.positionEncoding;
  await connection.sendNotification(protocol.InitializedNotification.type, {});
  const uri = uriOf('content/posts/hello.md');
  const text = fs.readFileSync(path.join(root, 'content/posts/hello.md'), 'utf8');
  await connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  seen.codes = (await diagnosticsOf(uri, found => found.length > 0)).map(one => one.code);
  const position = { line: 8, character: 13 };
  seen.completion = (await connection.sendRequest(protocol.CompletionRequest.type, { textDocument: { uri }, position })).items.map(one => one.label);
  seen.hover = (await connection.sendRequest(protocol.HoverRequest.type, { textDocument: { uri }, position: { line: 1, character: 1 } })).contents.value;
  await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
    textDocument: { uri, version: 2 },
    contentChanges: [{ range: { start: { line: 8, character: 13 }, end: { line: 8, character: 23 } }, text: './second.md' }],
  });
  await diagnosticsOf(uri, found => found.length === 0);

  // A file that the client says is new.
  fs.writeFileSync(path.join(root, 'content/posts/third.md'), '---\ntitle: T\n---\n[x](nowhere.md)\n');
  const third = uriOf('content/posts/third.md');
  await connection.sendNotification(protocol.DidChangeWatchedFilesNotification.type, { changes: [{ uri: third, type: 1 }] });
  seen.watched = (await diagnosticsOf(third, found => found.length > 0)).map(one => one.code);
  const edit = await connection.sendRequest(protocol.WillRenameFilesRequest.type, { files: [{ oldUri: uriOf('content/posts/second.md'), newUri: uriOf('content/posts/zwei.md') }] });
  seen.moved = edit.documentChanges.flatMap(change => change.edits.map(one => one.newText));

  // A question that nobody wants an answer to any more.
  const source = new protocol.CancellationTokenSource();
  const cancelled = connection.sendRequest(protocol.ReferencesRequest.type, { textDocument: { uri }, position, context: { includeDeclaration: true } }, source.token);
  source.cancel();
  seen.cancelled = await cancelled.then(() => 'answered', error => error.code);
  await connection.sendRequest(protocol.ShutdownRequest.type);
  await connection.sendNotification(protocol.ExitNotification.type);
  seen.exit = await new Promise(resolve => child.on('exit', resolve));
  process.stdout.write(JSON.stringify(seen));
}

const limit = setTimeout(() => { child.kill(); console.error('not done within 40 seconds'); process.exit(1); }, 40000);
run().then(() => { clearTimeout(limit); process.exit(0); }, error => { child.kill(); console.error(error); process.exit(1); });
