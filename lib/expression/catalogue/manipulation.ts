// Functions that change objects, described.
import { describeFunctions } from './entry';

export const manipulationFunctions = describeFunctions('manipulation', {
  addProperty: {
    signatures: ['(object: object, name: string, value: any) => object'],
    doc: 'The object with one property more. Fails where the name is taken.',
    examples: [["addProperty(json('{\"a\":1}'), 'b', 2)", { a: 1, b: 2 }]],
  },
  setProperty: {
    signatures: ['(object: object, name: string, value: any) => object'],
    doc: 'The object with a property added or replaced.',
    examples: [["setProperty(json('{\"a\":1}'), 'a', 2)", { a: 2 }]],
  },
  removeProperty: {
    signatures: ['(object: object, name: string) => object'],
    doc: 'The object without a property.',
    examples: [['removeProperty(json(\'{"a":1,"b":2}\'), \'a\')', { b: 2 }]],
  },
  mergeObjects: {
    signatures: ['(first: object, ...more?: object) => object'],
    doc: 'The properties of several objects in one; the last one decides.',
    examples: [['mergeObjects(json(\'{"a":1}\'), json(\'{"b":2}\'))', { a: 1, b: 2 }]],
  },
  coalesce: {
    signatures: ['(...values: any) => any'],
    doc: 'The first value that is not null. Empty text is not null.',
    examples: [["coalesce(null, 'hello', 'world')", 'hello']],
  },
});
