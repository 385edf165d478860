import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { isMissing } from './projects';

interface Schema {
  title?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: Schema[];
  format?: string;
  required?: string[];
  properties?: Record<string, Schema>;
}

/** The front matter that a collection asks for, as a snippet: from the schema that a build leaves of each. */
export async function snippetsOf(projects: readonly string[]): Promise<{ collection: string; snippet: vscode.SnippetString }[]> {
  const snippets: { collection: string; snippet: vscode.SnippetString }[] = [];
  for (const project of projects) {
    const folder = path.join(path.dirname(project), 'obj');
    for (const name of await namesIn(folder)) {
      const collection = /^content\.(.+)\.schema\.json$/.exec(name)?.[1];
      if (collection !== undefined) {
        snippets.push({ collection, snippet: makeSnippet(JSON.parse(await fs.readFile(path.join(folder, name), 'utf8')) as Schema) });
      }
    }
  }
  return snippets;
}

/** Every required field with a place to write in; enums and booleans with their choices. */
export function makeSnippet(schema: Schema, today = new Date()): vscode.SnippetString {
  const snippet = new vscode.SnippetString('---\n');
  const required = new Set(schema.required ?? []);
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    if (!required.has(key)) {
      continue;
    }
    snippet.appendText(`${key}: `);
    const choices = choicesOf(field);
    if (choices.length > 0) {
      snippet.appendChoice(choices);
    } else {
      snippet.appendPlaceholder(isDate(field) ? today.toISOString().slice(0, 10) : '');
    }
    snippet.appendText('\n');
  }
  return snippet.appendText('---\n').appendTabstop(0);
}

function choicesOf(field: Schema): string[] {
  if (field.enum) {
    return field.enum.map(String);
  }
  if (field.type === 'boolean') {
    return ['true', 'false'];
  }
  return (field.anyOf ?? []).flatMap(choicesOf);
}

function isDate(field: Schema): boolean {
  return field.format === 'date' || (field.anyOf ?? []).some(isDate);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await fs.readdir(folder);
  } catch (error) {
    if (isMissing(error)) {
      return [];
    }
    throw error;
  }
}
