// XML values and XPath.
import { contentText, isXmlType, readContent, textContent, toContent, xmlType } from '../content';
import { isValueObject } from '../value';
import { jsonToXml } from '../xml/json-to-xml';
import { parseXml } from '../xml/parse-xml';
import { writeXml } from '../xml/xml-node';
import { evaluateXPath } from '../xml/xpath';
import { refuse, spend, textAt, valueAt } from './arguments';
import { type FunctionGroup, values } from './implementation';

const charactersPerStep = 64;

export const xmlImplementations: FunctionGroup = {
  xml: values((given, scope) => {
    const value = valueAt(given, 0);
    if (typeof value === 'string') {
      spend(scope, Math.ceil(value.length / charactersPerStep));
      return textContent(xmlType, writeXml(parseXml(value)));
    }
    const content = readContent(value);
    if (content) return toContent(xmlType, content.base64);
    if (isValueObject(value)) return textContent(xmlType, writeXml(jsonToXml(value)));
    return refuse(given, 0, 'text or an object');
  }),
  xpath: values((given, scope) => {
    const content = readContent(valueAt(given, 0));
    if (!content || !isXmlType(content.type)) return refuse(given, 0, 'an XML value, such as xml(…) makes');
    const text = contentText(content);
    spend(scope, Math.ceil(text.length / charactersPerStep));
    return evaluateXPath(text, textAt(given, 1));
  }),
};
