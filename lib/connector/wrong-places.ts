// Places that no whole definition has and that brackets in the wrong place make: operations outside of their path, values
// of the wrong kind where operations are looked for, members of the document inside of one another.
import { isJsonObject, type JsonObject, ownProperty } from '../json';
import { toPointer } from '../json-pointer';
import { listMisplaced, type MisplacedOperation } from './misplaced';
import { isMethod } from './read/paths-object';

interface WrongPlace {
  pointer: string;
  message: string;
}

function whyMoved({ kind, key, pointer }: MisplacedOperation['root']): WrongPlace {
  const where = kind === 'path' ? 'outside of “paths”' : 'outside of a path';
  const message = `${quoted(key)} stands ${where}: above it a bracket closes too early, or an opening one is missing.`;
  return { pointer, message };
}

const rootMembers = [
  'swagger',
  'openapi',
  'host',
  'basePath',
  'schemes',
  'servers',
  'paths',
  'definitions',
  'components',
  'securityDefinitions',
  'security',
  'tags',
];

/** Members of the document that ended one level too deep, behind a part that is not closed. */
function listSunkMembers(document: JsonObject): WrongPlace[] {
  return ['paths', 'definitions', 'parameters', 'responses', 'components'].flatMap((holder) =>
    rootMembers
      .filter((key) => ownProperty(ownProperty(document, holder), key) !== undefined)
      .filter((key) => ownProperty(document, key) === undefined)
      .map((key) => {
        const message = `${quoted(key)} stands inside of ${quoted(holder)}: a closing bracket above it is missing.`;
        return { pointer: toPointer([holder, key]), message };
      }),
  );
}

function listWrongValues(document: JsonObject): WrongPlace[] {
  const paths = ownProperty(document, 'paths');
  if (paths !== undefined && !isJsonObject(paths)) return [notAnObject(['paths'])];
  const wrong: WrongPlace[] = [];
  for (const [path, item] of isJsonObject(paths) ? Object.entries(paths) : []) {
    if (path.startsWith('/') && !isJsonObject(item)) wrong.push(notAnObject(['paths', path]));
    for (const [key, operation] of isJsonObject(item) ? Object.entries(item) : []) {
      if (!isMethod(key)) continue;
      const responses = ownProperty(operation, 'responses');
      if (!isJsonObject(operation)) wrong.push(notAnObject(['paths', path, key]));
      else if (responses !== undefined && !isJsonObject(responses))
        wrong.push(notAnObject(['paths', path, key, 'responses']));
    }
  }
  return wrong;
}

function notAnObject(path: string[]): WrongPlace {
  const message = `${quoted(path.at(-1) ?? '')} does not hold an object: a bracket is missing or is of the wrong kind. Correct it here.`;
  return { pointer: toPointer(path), message };
}

/** The first of each kind. `mayBeSunk` where a closing bracket was added or moved. */
export function listWrongPlaces(document: JsonObject, mayBeSunk: boolean): WrongPlace[] {
  const [moved] = listMisplaced(document);
  const [value] = listWrongValues(document);
  const [member] = mayBeSunk ? listSunkMembers(document) : [];
  return [moved && whyMoved(moved.root), value, member].filter((place) => place !== undefined);
}

/** A key as a sentence shows it. */
export function quoted(key: string): string {
  return `“${key.length > 80 ? `${key.slice(0, 80)}…` : key}”`;
}
