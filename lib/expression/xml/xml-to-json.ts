// XML to JSON by the convention of Newtonsoft.Json: @attribute, #text, #cdata-section, arrays for names that repeat.
// As the public service does it, a single comment vanishes and several become an empty array.
import { decoderOf } from '../content';
import { fail } from '../expression-error';
import { emptyObject, type Value, type ValueObject } from '../value';
import { parseXml } from './parse-xml';
import type { XmlDeclaration, XmlDoctype, XmlNode } from './xml-node';

/** The JSON of an XML document. Throws where it is none, or declares an encoding wider than bytes. */
export function xmlTextToJson(text: string): Value {
  const nodes = parseXml(text);
  const declaration = nodes.find((node) => node.kind === 'declaration');
  if (declaration?.kind === 'declaration') checkEncoding(declaration);
  return membersToJson(nodes, []);
}

function checkEncoding({ encoding }: XmlDeclaration): void {
  if (encoding !== undefined && /^utf-16/.test(decoderOf(encoding).encoding)) {
    fail('EXPR1408', `XML declared as ${encoding} cannot be turned into JSON.`);
  }
}

function membersToJson(nodes: readonly XmlNode[], attributes: readonly [string, string][]): ValueObject {
  const members = new Map<string, Value[]>();
  const add = (name: string, value: Value) => {
    const known = members.get(name);
    if (known) known.push(value);
    else members.set(name, [value]);
  };
  for (const [name, value] of attributes) add(`@${name}`, value);
  for (const node of nodes) add(...nodeToMember(node));
  const object = emptyObject();
  for (const [name, values] of members) {
    if (name === '#comment') {
      if (values.length > 1) object[name] = [];
    } else object[name] = values.length === 1 ? (values[0] ?? null) : values;
  }
  return object;
}

function nodeToMember(node: XmlNode): [name: string, value: Value] {
  switch (node.kind) {
    case 'text':
      return ['#text', node.text];
    case 'cdata':
      return ['#cdata-section', node.text];
    case 'comment':
      return ['#comment', node.text];
    case 'instruction':
      return [`?${node.name}`, node.text];
    case 'declaration':
      return ['?xml', declarationToJson(node)];
    case 'doctype':
      return ['!DOCTYPE', doctypeToJson(node)];
    case 'element':
      return [node.name, elementToJson(node)];
  }
}

function elementToJson(element: XmlNode & { kind: 'element' }): Value {
  if (element.attributes.length === 0) {
    if (element.children.length === 0) return element.closed ? null : '';
    const texts = element.children.flatMap((child) => (child.kind === 'text' ? [child.text] : []));
    if (texts.length === element.children.length) return texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return membersToJson(element.children, element.attributes);
}

function declarationToJson({ version, encoding, standalone }: XmlDeclaration): ValueObject {
  const object = emptyObject();
  object['@version'] = version;
  if (encoding !== undefined) object['@encoding'] = encoding;
  if (standalone !== undefined) object['@standalone'] = standalone;
  return object;
}

function doctypeToJson({ name, publicId, systemId, subset }: XmlDoctype): ValueObject {
  const object = emptyObject();
  object['@name'] = name;
  if (publicId) object['@public'] = publicId;
  if (systemId) object['@system'] = systemId;
  if (subset) object['@internalSubset'] = subset;
  return object;
}
