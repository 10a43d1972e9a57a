// An XML document as a tree that keeps what JSON and round trips need: order, CDATA, and whether an element was
// written closed (<a />) or empty (<a></a>).

export type XmlNode = XmlElement | XmlText | XmlDeclaration | XmlDoctype | XmlInstruction;

export interface XmlElement {
  kind: 'element';
  /** With its prefix. */
  name: string;
  attributes: [name: string, value: string][];
  children: XmlNode[];
  /** Written as <a />. */
  closed: boolean;
}

interface XmlText {
  kind: 'text' | 'cdata' | 'comment';
  text: string;
}

export interface XmlDeclaration {
  kind: 'declaration';
  version: string;
  encoding?: string;
  standalone?: string;
}

export interface XmlDoctype {
  kind: 'doctype';
  name: string;
  publicId?: string;
  systemId?: string;
  subset?: string;
}

interface XmlInstruction {
  kind: 'instruction';
  name: string;
  text: string;
}

const nameStart =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd';

/** One XML name at a place (sticky). */
export const xmlName = new RegExp(
  `[${nameStart}][${nameStart}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`,
  'y',
);

const nameCharacter = new RegExp(`[${nameStart}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]`);

/** True for a character that may stand inside a name. */
export function isNameCharacter(character: string): boolean {
  return nameCharacter.test(character);
}

// C0 controls other than tab and line ends, and the two noncharacters.
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;

/** True where a text holds characters that XML cannot. */
export function hasForbiddenCharacter(text: string): boolean {
  return forbidden.test(text);
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;');
}

/** The value of an attribute, escaped for double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;').replaceAll('\t', '&#x9;');
}

/** XML text of nodes, as XmlDocument.OuterXml writes it. */
export function writeXml(nodes: readonly XmlNode[]): string {
  return nodes.map(writeNode).join('');
}

function writeNode(node: XmlNode): string {
  switch (node.kind) {
    case 'text':
      return escapeText(node.text);
    case 'cdata':
      return `<![CDATA[${node.text}]]>`;
    case 'comment':
      return `<!--${node.text}-->`;
    case 'instruction':
      return `<?${node.name}${node.text === '' ? '' : ` ${node.text}`}?>`;
    case 'declaration':
      return writeDeclaration(node);
    case 'doctype':
      return writeDoctype(node);
    case 'element': {
      const attributes = node.attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
      const open = `<${node.name}${attributes.join('')}`;
      if (node.closed && node.children.length === 0) return `${open} />`;
      return `${open}>${writeXml(node.children)}</${node.name}>`;
    }
  }
}

function writeDeclaration({ version, encoding, standalone }: XmlDeclaration): string {
  const encodingPart = encoding === undefined ? '' : ` encoding="${encoding}"`;
  const standalonePart = standalone === undefined ? '' : ` standalone="${standalone}"`;
  return `<?xml version="${version}"${encodingPart}${standalonePart}?>`;
}

function writeDoctype({ name, publicId, systemId, subset }: XmlDoctype): string {
  let id = '';
  if (publicId !== undefined) id = ` PUBLIC "${publicId}" "${systemId ?? ''}"`;
  else if (systemId !== undefined) id = ` SYSTEM "${systemId}"`;
  return `<!DOCTYPE ${name}${id}${subset === undefined ? '' : `[${subset}]`}>`;
}
