// XML values and XPath, described.
import { describeFunctions } from './entry';

export const xmlFunctions = describeFunctions('xml', {
  xml: {
    signatures: ['(value: string | object) => object'],
    doc: 'An XML value of XML text, or of an object with one root property.',
    examples: [
      ["string(xml('<a><b/></a>'))", '<a><b /></a>'],
      ['string(xml(json(\'{"a":{"@id":"1","b":[2,3]}}\')))', '<a id="1"><b>2</b><b>3</b></a>'],
    ],
  },
  xpath: {
    signatures: ['(xml: object, path: string) => any'],
    doc: 'What an XPath expression finds in an XML value.',
    examples: [
      ["xpath(xml('<a><b>1</b><b>2</b></a>'), '//b/text()')", ['1', '2']],
      ["xpath(xml('<a><b>1</b><b>2</b></a>'), 'sum(//b)')", 3],
    ],
  },
});
