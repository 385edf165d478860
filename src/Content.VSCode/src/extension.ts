import * as vscode from 'vscode';
import { LanguageClient, LanguageClientOptions, RevealOutputChannelOn, ServerOptions, State, TransportKind } from 'vscode-languageclient/node';
import { snippetsOf } from './frontMatter';
import { findProjects, findServer } from './projects';

let client: LanguageClient | undefined;
let log: vscode.LogOutputChannel;
let status: vscode.LanguageStatusItem;

interface ServerStatus {
  version: string;
  state: string;
  message?: string;
}

const documents = [
  { scheme: 'file', language: 'markdown' },
  { scheme: 'file', language: 'html' },
  { scheme: 'file', language: 'yaml' },
  { scheme: 'file', language: 'toml' },
  { scheme: 'file', language: 'json' },
  { scheme: 'file', language: 'jsonc' },
];

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  log = vscode.window.createOutputChannel('Content', { log: true });
  status = vscode.languages.createLanguageStatusItem('content.status', documents);
  status.name = 'Content';
  status.command = { title: 'Log', command: 'content.showLog' };
  context.subscriptions.push(
    log,
    status,
    vscode.commands.registerCommand('content.restart', restart),
    vscode.commands.registerCommand('content.showLog', () => log.show()),
    vscode.commands.registerCommand('content.insertFrontMatter', insertFrontMatter),
    vscode.languages.registerCompletionItemProvider({ scheme: 'file', language: 'markdown' }, { provideCompletionItems: offerFrontMatter }, '-'),
    vscode.workspace.onDidChangeConfiguration(change => change.affectsConfiguration('content.server') && void restart()),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function restart(): Promise<void> {
  await client?.stop();
  client = undefined;
  await start();
}

async function start(): Promise<void> {
  const projects = await findProjects();
  // Reason: Markdown is written in many folders; this is for those of a project that has the package.
  if (projects.length === 0) {
    show('none', 'no project has the package Content.Build');
    return;
  }
  await vscode.commands.executeCommand('setContext', 'content.isActive', true);
  try {
    show('starting', '');
    const configured = vscode.workspace.getConfiguration('content').get<string>('server', '');
    const server = configured.length > 0 ? configured : await findServer(projects[0]);
    log.info(`Server: ${server}`);
    const run = { command: 'dotnet', args: [server, 'lsp'], transport: TransportKind.stdio };
    const serverOptions: ServerOptions = { run, debug: run };
    const clientOptions: LanguageClientOptions = {
      documentSelector: documents,
      outputChannel: log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: { status: true },
    };
    client = new LanguageClient('content', 'Content', serverOptions, clientOptions);
    client.onDidChangeState(change => {
      if (change.newState === State.Stopped) {
        show('stopped', '');
      }
    });
    client.onNotification('content/status', (said: ServerStatus) => show(said.state, said.message ?? '', said.version));
    await client.start();
    show('ready', '', client.initializeResult?.serverInfo?.version);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.error(message);
    show('failed', message);
    const restartNow = 'Try again';
    if ((await vscode.window.showErrorMessage(`Content: ${message}`, restartNow)) === restartNow) {
      await restart();
    }
  }
}

function show(state: string, detail: string, version?: string): void {
  status.text = version ? `Content ${version}: ${state}` : `Content: ${state}`;
  status.detail = detail;
  status.busy = state === 'starting';
  status.severity = state === 'failed' || state === 'stopped' ? vscode.LanguageStatusSeverity.Error : detail.length > 0 && state === 'ready' ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
}

async function insertFrontMatter(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const snippets = await snippetsOf(await findProjects());
  if (!editor || snippets.length === 0) {
    await vscode.window.showInformationMessage('Content: build the project once; the fields of its collections are known then.');
    return;
  }
  const picked = snippets.length === 1 ? snippets[0] : await vscode.window.showQuickPick(snippets.map(one => ({ label: one.collection, ...one })), { placeHolder: 'Collection' });
  if (picked) {
    await editor.insertSnippet(picked.snippet, new vscode.Position(0, 0));
  }
}

/** At the very start of a file, where a fence is being typed. */
async function offerFrontMatter(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const typed = document.lineAt(0).text;
  if (position.line !== 0 || !/^-{0,3}$/.test(typed) || client === undefined) {
    return [];
  }
  return (await snippetsOf(await findProjects())).map(({ collection, snippet }) => {
    const item = new vscode.CompletionItem(`--- ${collection}`, vscode.CompletionItemKind.Snippet);
    item.insertText = snippet;
    item.range = new vscode.Range(0, 0, 0, typed.length);
    item.filterText = '---';
    item.detail = `The front matter of ${collection}`;
    return item;
  });
}
