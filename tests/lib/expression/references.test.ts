// What expressions refer to, and where.
import { describe, expect, it } from 'vitest';
import { listReferences, listTextReferences } from '@/lib/expression/references';

describe('listReferences', () => {
  it('names the step, the path and the place', () => {
    const text = "Hello @{body('Get_it''s')?['a/b'].c[0]['x']}";
    const [reference] = listReferences({ body: { text } });
    expect(reference).toMatchObject({
      kind: 'action',
      name: "Get_it's",
      fn: 'body',
      path: ['a/b', 'c', '0', 'x'],
      optional: true,
      at: '/body/text',
    });
    expect(text.slice(reference?.nameStart, reference?.nameEnd)).toBe("Get_it''s");
    expect(text.slice(reference?.start, reference?.end)).toBe("body('Get_it''s')?['a/b'].c[0]['x']");
  });

  it('finds them inside arguments, keys of access, names of members and arrays', () => {
    const found = listReferences({
      list: ["@concat(variables('a'), items('L')?[variables('k')])"],
      "@{parameters('p')}": '@triggerBody()?.x',
      plain: '@@body(1)',
    });
    expect(found.map(({ kind, name, at, inName }) => [kind, name, at, inName])).toEqual([
      ['variable', 'a', '/list/0', undefined],
      ['loop', 'L', '/list/0', undefined],
      ['variable', 'k', '/list/0', undefined],
      ['parameter', 'p', "/@{parameters('p')}", true],
      ['trigger', undefined, "/@{parameters('p')}", undefined],
    ]);
  });

  it('stops a path where it is not constant', () => {
    expect(listTextReferences("@item()?['a'][add(1, 2)].b")).toMatchObject([
      { kind: 'item', path: ['a'], optional: true },
    ]);
  });

  it('still reads a faulty expression', () => {
    expect(listTextReferences("@concat(body('A'), outputs('B'")).toMatchObject([
      { name: 'A' },
      { name: 'B' },
    ]);
  });
});
