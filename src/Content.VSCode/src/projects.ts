import { execFile } from 'node:child_process';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';

const packageName = 'Content.Build';
const patience = 60_000;

/** The projects of the workspace that have the package: in themselves, or by a file that MSBuild imports above them. */
export async function findProjects(): Promise<string[]> {
  const files = await vscode.workspace.findFiles('**/*.csproj', '**/{bin,obj,node_modules}/**', 500);
  const found: string[] = [];
  for (const file of files) {
    if (await hasPackage(file.fsPath)) {
      found.push(file.fsPath);
    }
  }
  return found.sort((left, right) => left.length - right.length || left.localeCompare(right));
}

/** The compiler of the build, in a process of its own: what the project itself names. */
export async function findServer(project: string): Promise<string> {
  const output = await run('dotnet', ['msbuild', project, '-nologo', '-getProperty:ContentServer'], path.dirname(project));
  const server = output.trim().split(/\r?\n/).at(-1) ?? '';
  if (server.length === 0) {
    throw new Error(`${path.basename(project)} has not been restored, or its package has no language server. Run 'dotnet restore', then 'Content: Restart the language server'.`);
  }
  await fs.access(server);
  return server;
}

async function hasPackage(project: string): Promise<boolean> {
  for (const file of filesOf(project)) {
    try {
      if ((await fs.readFile(file, 'utf8')).includes(packageName)) {
        return true;
      }
    } catch (error) {
      if (!isMissing(error)) {
        throw error;
      }
    }
  }
  return false;
}

function* filesOf(project: string): Generator<string> {
  yield project;
  yield path.join(path.dirname(project), 'obj', path.basename(project) + '.nuget.g.targets');
  for (let folder = path.dirname(project); ; folder = path.dirname(folder)) {
    for (const name of ['Directory.Build.props', 'Directory.Build.targets', 'Directory.Packages.props']) {
      yield path.join(folder, name);
    }
    if (folder === path.dirname(folder)) {
      return;
    }
  }
}

export function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES';
}

function run(command: string, args: string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, timeout: patience, env: { ...process.env, DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1' } }, (error, stdout, stderr) => {
      if (error) {
        const said = (stdout + stderr).split(/\r?\n/).find(line => line.includes(': error ')) ?? error.message;
        reject(new Error(said));
      } else {
        resolve(stdout);
      }
    });
  });
}
