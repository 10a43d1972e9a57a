// JSON to XML by the same convention: one root, @name an attribute, arrays repeat their element, null is <a />.
import { toJsonText } from '../../json-text';
import { limits } from '../../limits';
import { fail } from '../expression-error';
import { isValueObject, type Value, type ValueObject } from '../value';
import { isNameCharacter, type XmlElement, type XmlNode } from './xml-node';

/** The document of an object that names exactly one root element. */
export function jsonToXml(object: ValueObject): XmlNode[] {
  const nodes: XmlNode[] = [];
  for (const [name, value] of Object.entries(object)) {
    if (name === '?xml') nodes.push(readDeclaration(value));
    else if (name === '!DOCTYPE') nodes.push(readDoctype(value));
    else for (const item of Array.isArray(value) ? value : [value]) addChild(nodes, name, item, 1);
  }
  const roots = nodes.filter((node) => node.kind === 'element').length;
  if (roots !== 1) {
    return fail('EXPR1408', `XML needs one root element; the object has ${roots}.`);
  }
  return nodes;
}

function textOf(value: Value): string {
  return typeof value === 'string' ? value : value === null ? '' : toJsonText(value);
}

function partOf(value: Value, name: string): string | undefined {
  const part = isValueObject(value) ? value[name] : undefined;
  return part === undefined || part === null ? undefined : textOf(part);
}

function readDeclaration(value: Value): XmlNode {
  if (!isValueObject(value)) return fail('EXPR1408', '?xml must be an object with @version.');
  const encoding = partOf(value, '@encoding');
  const standalone = partOf(value, '@standalone');
  return {
    kind: 'declaration',
    version: partOf(value, '@version') ?? '1.0',
    ...(encoding !== undefined && { encoding }),
    ...(standalone !== undefined && { standalone }),
  };
}

function readDoctype(value: Value): XmlNode {
  if (!isValueObject(value)) return fail('EXPR1408', '!DOCTYPE must be an object with @name.');
  const publicId = partOf(value, '@public');
  const systemId = partOf(value, '@system');
  const subset = partOf(value, '@internalSubset');
  return {
    kind: 'doctype',
    name: partOf(value, '@name') ?? '',
    ...(publicId !== undefined && { publicId }),
    ...(systemId !== undefined && { systemId }),
    ...(subset !== undefined && { subset }),
  };
}

// Characters that no name may hold are written as _xHHHH_.
function elementName(name: string): string {
  if (name === '') return fail('EXPR1408', 'An element cannot have an empty name.');
  let escaped = '';
  for (const [index, character] of name.split('').entries()) {
    const fits = isNameCharacter(character) && !(index === 0 && /[-.0-9]/.test(character));
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    escaped += fits ? character : `_x${code}_`;
  }
  return escaped;
}

function addChild(nodes: XmlNode[], name: string, value: Value, depth: number): void {
  if (depth > limits.documentDepth.value) {
    fail('EXPR1502', `XML may be nested up to ${limits.documentDepth.value} levels deep.`);
  }
  if (name === '#text') {
    nodes.push({ kind: 'text', text: textOf(value) });
    return;
  }
  if (name === '#cdata-section') {
    const text = textOf(value);
    if (text.includes(']]>')) fail('EXPR1408', 'A CDATA section cannot hold ]]>.');
    nodes.push({ kind: 'cdata', text });
    return;
  }
  const element: XmlElement = {
    kind: 'element',
    name: elementName(name),
    attributes: [],
    children: [],
    closed: true,
  };
  nodes.push(element);
  if (isValueObject(value)) fillElement(element, value, depth);
  else if (value !== null) {
    element.closed = false;
    const text = textOf(value);
    if (text !== '') element.children.push({ kind: 'text', text });
  }
}

function fillElement(element: XmlElement, object: ValueObject, depth: number): void {
  for (const [name, value] of Object.entries(object)) {
    if (name.startsWith('@')) element.attributes.push([elementName(name.slice(1)), textOf(value)]);
    else {
      const items = Array.isArray(value) ? value : [value];
      for (const item of items) addChild(element.children, name, item, depth + 1);
    }
  }
}
