// A strict, small XML 1.0 reader with namespaces checked: no entities but the five, nothing fetched, depth bounded.
// White space between elements is dropped, as XmlDocument does.
import { limits } from '../../limits';
import { fail } from '../expression-error';
import {
  hasForbiddenCharacter,
  type XmlDeclaration,
  type XmlDoctype,
  type XmlElement,
  type XmlNode,
  xmlName,
} from './xml-node';

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const blank = /^[ \t\r\n]*$/;

/** The nodes of a document: declaration, doctype, comments and exactly one element. Throws EXPR1408 where it is none. */
export function parseXml(source: string): XmlNode[] {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const top: XmlNode[] = [];
  const open: { element: XmlElement; prefixes: ReadonlySet<string> }[] = [];
  let at = 0;

  function stop(reason: string): never {
    const line = text.slice(0, at).split('\n').length;
    return fail('EXPR1408', `The text is not XML: ${reason} (line ${line}).`);
  }

  function siblings(): XmlNode[] {
    return open.at(-1)?.element.children ?? top;
  }

  function until(end: string, what: string): string {
    const found = text.indexOf(end, at);
    if (found < 0) stop(`${what} is not closed`);
    const inside = text.slice(at, found);
    at = found + end.length;
    return inside;
  }

  function readName(): string {
    xmlName.lastIndex = at;
    const found = xmlName.exec(text)?.[0];
    if (!found) return stop('a name is missing');
    if (/^:|:$|:.*:/.test(found)) return stop(`'${found}' is not a name`);
    at += found.length;
    return found;
  }

  function skipSpace(): number {
    const start = at;
    while (/[ \t\n]/.test(text.charAt(at))) at += 1;
    return at - start;
  }

  function decode(raw: string): string {
    if (hasForbiddenCharacter(raw)) stop('it holds a character that XML does not allow');
    return raw.replace(/&([^;&<]*)(;?)/g, (_, name: string, closed: string) => {
      const entity = entities[name];
      if (closed && entity !== undefined) return entity;
      const reference = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
      const code = reference
        ? Number.parseInt(reference[1] ?? reference[2] ?? '', reference[1] ? 16 : 10)
        : 0;
      const good = closed && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
      const character = good ? String.fromCodePoint(code) : '';
      if (!good || hasForbiddenCharacter(character)) return stop(`&${name}; is not known`);
      return character;
    });
  }

  function readAttributes(): [string, string][] {
    const attributes: [string, string][] = [];
    const seen = new Set<string>();
    for (;;) {
      const space = skipSpace();
      if (/^(?:\/?>|\?>|$)/.test(text.slice(at, at + 2)) || text[at] === '>') return attributes;
      if (space === 0) stop('a space is missing before an attribute');
      const name = readName();
      skipSpace();
      if (text[at] !== '=') stop(`attribute '${name}' has no value`);
      at += 1;
      skipSpace();
      const quote = text.charAt(at);
      if (quote !== '"' && quote !== "'") stop(`the value of '${name}' needs quotes`);
      at += 1;
      const raw = until(quote, `the value of '${name}'`);
      if (raw.includes('<')) stop(`the value of '${name}' holds <`);
      if (seen.has(name)) stop(`attribute '${name}' stands twice`);
      seen.add(name);
      attributes.push([name, decode(raw.replace(/[\t\n]/g, ' '))]);
    }
  }

  function checkPrefixes(element: XmlElement): ReadonlySet<string> {
    const outer = open.at(-1)?.prefixes ?? new Set(['xml', 'xmlns']);
    const declared = element.attributes
      .map(([name]) => name)
      .filter((name) => name.startsWith('xmlns:'))
      .map((name) => name.slice('xmlns:'.length));
    const prefixes = declared.length > 0 ? new Set([...outer, ...declared]) : outer;
    for (const name of [element.name, ...element.attributes.map(([attribute]) => attribute)]) {
      const colon = name.indexOf(':');
      if (colon > 0 && !prefixes.has(name.slice(0, colon)))
        stop(`prefix '${name.slice(0, colon)}' is not declared`);
    }
    return prefixes;
  }

  function readElement(): void {
    at += 1;
    const element: XmlElement = {
      kind: 'element',
      name: readName(),
      attributes: readAttributes(),
      children: [],
      closed: false,
    };
    if (open.length === 0 && top.some((node) => node.kind === 'element'))
      stop('there is more than one root element');
    const prefixes = checkPrefixes(element);
    siblings().push(element);
    if (text.startsWith('/>', at)) {
      element.closed = true;
      at += 2;
      return;
    }
    if (text[at] !== '>') stop(`element '${element.name}' is not closed by >`);
    at += 1;
    open.push({ element, prefixes });
    if (open.length > limits.documentDepth.value)
      stop(`it is nested more than ${limits.documentDepth.value} deep`);
  }

  function readEnd(): void {
    at += 2;
    const name = readName();
    skipSpace();
    if (text[at] !== '>') stop(`</${name} is not closed by >`);
    at += 1;
    const opened = open.pop()?.element.name;
    if (opened !== name) stop(opened ? `<${opened}> ends with </${name}>` : `</${name}> closes nothing`);
  }

  function readInstruction(): void {
    const first = at === 0;
    at += 2;
    const name = readName();
    if (name !== 'xml') {
      if (name.toLowerCase() === 'xml') stop(`<?${name} is not allowed`);
      skipSpace();
      siblings().push({ kind: 'instruction', name, text: until('?>', `<?${name}`) });
      return;
    }
    if (!first) stop('<?xml stands at the very beginning only');
    top.push(readDeclaration(readAttributes()));
    if (!text.startsWith('?>', at)) stop('<?xml is not closed');
    at += 2;
  }

  function readDeclaration(attributes: [string, string][]): XmlDeclaration {
    const names = attributes.map(([name]) => name).join(' ');
    if (!/^version( encoding)?( standalone)?$/.test(names))
      stop('<?xml needs version, then encoding, then standalone');
    const { version = '', encoding, standalone } = Object.fromEntries(attributes);
    if (version !== '1.0') stop(`version ${version} is not supported`);
    if (encoding !== undefined && !/^[A-Za-z][A-Za-z0-9._-]*$/.test(encoding))
      stop('the encoding is not a name');
    if (standalone !== undefined && !/^(?:yes|no)$/.test(standalone)) stop('standalone is yes or no');
    return {
      kind: 'declaration',
      version,
      ...(encoding !== undefined && { encoding }),
      ...(standalone !== undefined && { standalone }),
    };
  }

  function readQuoted(): string {
    skipSpace();
    const quote = text.charAt(at);
    if (quote !== '"' && quote !== "'") stop('an identifier of <!DOCTYPE needs quotes');
    at += 1;
    return until(quote, 'an identifier of <!DOCTYPE');
  }

  function readDoctype(): void {
    at += '<!DOCTYPE'.length;
    if (open.length > 0 || top.some((node) => node.kind === 'element' || node.kind === 'doctype')) {
      stop('<!DOCTYPE stands before the root element only');
    }
    skipSpace();
    const doctype: XmlDoctype = { kind: 'doctype', name: readName() };
    skipSpace();
    if (text.startsWith('PUBLIC', at)) {
      at += 'PUBLIC'.length;
      doctype.publicId = readQuoted();
      doctype.systemId = readQuoted();
    } else if (text.startsWith('SYSTEM', at)) {
      at += 'SYSTEM'.length;
      doctype.systemId = readQuoted();
    }
    skipSpace();
    if (text[at] === '[') {
      at += 1;
      doctype.subset = readSubset();
    }
    skipSpace();
    if (text[at] !== '>') stop('<!DOCTYPE is not closed');
    at += 1;
    top.push(doctype);
  }

  function readSubset(): string {
    const start = at;
    const token = /<!--[\s\S]*?-->|"[^"]*"|'[^']*'|\]/g;
    token.lastIndex = at;
    for (let found = token.exec(text); found; found = token.exec(text)) {
      if (found[0] !== ']') continue;
      at = found.index + 1;
      return text.slice(start, found.index);
    }
    return stop('[ of <!DOCTYPE is not closed');
  }

  function readComment(): void {
    at += 4;
    const inside = until('-->', 'a comment');
    if (inside.includes('--') || inside.endsWith('-')) stop('a comment holds --');
    siblings().push({ kind: 'comment', text: inside });
  }

  function readCharacters(): void {
    const end = text.indexOf('<', at);
    const raw = text.slice(at, end < 0 ? text.length : end);
    if (!blank.test(raw)) {
      if (open.length === 0) stop('text stands outside the root element');
      if (raw.includes(']]>')) stop(']]> stands in text');
      siblings().push({ kind: 'text', text: decode(raw) });
    }
    at += raw.length;
  }

  while (at < text.length) {
    if (text[at] !== '<') readCharacters();
    else if (text.startsWith('<?', at)) readInstruction();
    else if (text.startsWith('<!--', at)) readComment();
    else if (text.startsWith('<![CDATA[', at) && open.length > 0) {
      at += '<![CDATA['.length;
      siblings().push({ kind: 'cdata', text: until(']]>', 'a CDATA section') });
    } else if (text.startsWith('<!DOCTYPE', at)) readDoctype();
    else if (text.startsWith('</', at)) readEnd();
    else readElement();
  }
  const unclosed = open.at(-1);
  if (unclosed) stop(`<${unclosed.element.name}> is not closed`);
  if (!top.some((node) => node.kind === 'element')) stop('there is no root element');
  return top;
}
