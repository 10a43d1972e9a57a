// XPath 1.0 over an XML value, through the xpath and xmldom packages; results in the shapes of the public service.
import { DOMParser } from '@xmldom/xmldom';
import { select } from 'xpath';
import { textContent, xmlType } from '../content';
import { ExpressionError, fail } from '../expression-error';
import { doubleOf } from '../number-token';
import type { Value } from '../value';
import { parseXml } from './parse-xml';
import { escapeAttribute, writeXml } from './xml-node';

function isDomNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}

/** Nodes as an array (text nodes as text, others as XML values), else the number, text or truth that XPath gives. */
export function evaluateXPath(xml: string, path: string): Value {
  // Read by the strict reader first: no document type and no entity reaches the other parser.
  const nodes = parseXml(xml).filter((node) => node.kind !== 'doctype' && node.kind !== 'declaration');
  const document: unknown = new DOMParser().parseFromString(writeXml(nodes), 'text/xml');
  if (!isDomNode(document)) return fail('EXPR1408', 'The text is not XML.');
  const found = evaluate(path, document);
  if (Array.isArray(found)) return found.map(nodeToValue);
  if (typeof found === 'number') return doubleOf(found);
  return typeof found === 'object' ? null : found;
}

type Found = Node[] | Node | string | number | boolean | null;

function evaluate(path: string, document: Node): Found {
  try {
    return select(path, document);
  } catch (error) {
    if (error instanceof ExpressionError || error instanceof RangeError) throw error;
    const reason = error instanceof Error ? error.message : 'unknown';
    return fail('EXPR1409', `The XPath expression cannot be evaluated: ${reason}`);
  }
}

function nodeToValue(node: Node): Value {
  if (node.nodeType === 3 || node.nodeType === 4) return node.nodeValue ?? '';
  return textContent(xmlType, writeDomNode(node, new Map([['', '']])));
}

type Prefixes = ReadonlyMap<string, string>;

// Adds the namespace declarations that a part needs once it stands alone.
function writeDomNode(node: Node, outer: Prefixes): string {
  if (node.nodeType === 2) return `${node.nodeName}="${escapeAttribute(node.nodeValue ?? '')}"`;
  if (node.nodeType === 9) return writeChildren(node, outer);
  if (node.nodeType !== 1) return writeLeaf(node);
  const element = node as Element;
  const prefixes = new Map(outer);
  const written: string[] = [];
  const attributes = Array.from(element.attributes);
  for (const attribute of attributes) {
    if (attribute.name === 'xmlns') prefixes.set('', attribute.value);
    else if (attribute.name.startsWith('xmlns:')) prefixes.set(attribute.name.slice(6), attribute.value);
    written.push(` ${attribute.name}="${escapeAttribute(attribute.value)}"`);
  }
  for (const named of [element, ...attributes]) {
    if (named.nodeName === 'xmlns' || named.nodeName.startsWith('xmlns:')) continue;
    if (named !== element && !named.prefix) continue;
    const prefix = named.prefix ?? '';
    const uri = named.namespaceURI ?? '';
    if (prefix === 'xml' || prefixes.get(prefix) === uri) continue;
    prefixes.set(prefix, uri);
    written.push(` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`);
  }
  const open = `<${element.nodeName}${written.join('')}`;
  const inside = writeChildren(element, prefixes);
  return inside === '' ? `${open} />` : `${open}>${inside}</${element.nodeName}>`;
}

function writeChildren(node: Node, prefixes: Prefixes): string {
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) text += writeDomNode(child, prefixes);
  return text;
}

function writeLeaf(node: Node): string {
  const text = node.nodeValue ?? '';
  if (node.nodeType === 3) return writeXml([{ kind: 'text', text }]);
  if (node.nodeType === 4) return writeXml([{ kind: 'cdata', text }]);
  if (node.nodeType === 8) return writeXml([{ kind: 'comment', text }]);
  return writeXml([{ kind: 'instruction', name: node.nodeName, text }]);
}
