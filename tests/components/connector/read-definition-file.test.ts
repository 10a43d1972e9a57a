// A file in an older encoding keeps its letters when it is chosen in the browser, and a note says so.
import { beforeEach, expect, it, vi } from 'vitest';
import { readDefinitionFile } from '@/components/connector/import/read-definition-file';
import { notify } from '@/components/ui/toast';

vi.mock('@/components/ui/toast', () => ({ notify: vi.fn() }));
beforeEach(() => vi.mocked(notify).mockClear());

const fileOf = (...bytes: number[]): File => new File([new Uint8Array(bytes)], 'api.json');

it('reads Windows-1252 and tells', async () => {
  expect(await readDefinitionFile(fileOf(0x43, 0x61, 0x66, 0xe9))).toEqual({
    fileName: 'api.json',
    text: 'Café',
  });
  expect(notify).toHaveBeenCalledWith(expect.stringContaining('not UTF-8'), expect.anything());
});

it('says nothing of the letters of a file that is no text', async () => {
  expect(await readDefinitionFile(fileOf(0x89, 0x50, 0x00, 0xe9))).toMatchObject({ fileName: 'api.json' });
  expect(notify).not.toHaveBeenCalled();
});

it('reads UTF-8 and UTF-16 without a word', async () => {
  expect(await readDefinitionFile(fileOf(0x43, 0xc3, 0xa9))).toMatchObject({ text: 'Cé' });
  expect(await readDefinitionFile(fileOf(0xff, 0xfe, 0x43, 0x00))).toMatchObject({
    text: expect.stringMatching(/C$/),
  });
  expect(notify).not.toHaveBeenCalled();
});
