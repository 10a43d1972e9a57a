// What start, dev and worker agree on about the sample API.
import { describe, expect, it } from 'vitest';

/** Plain JavaScript, so its types are said here. */
interface Sample {
  readSample(env: Record<string, string>): { wanted: boolean; port: number; dataFile: string };
  allowedHosts(env: Record<string, string>): string;
}

const { allowedHosts, readSample } = (await import(
  new URL('../../scripts/lib/sample.mjs', import.meta.url).href
)) as Sample;

describe('the sample API', () => {
  it('may be called by flows under both names of this machine, besides what is named', () => {
    expect(allowedHosts({})).toBe('127.0.0.1:5080,localhost:5080');
    expect(allowedHosts({ SAMPLE_PORT: '5081', FLOWRIGHT_ALLOW_HOSTS: '10.0.0.1:80' })).toBe(
      '10.0.0.1:80,127.0.0.1:5081,localhost:5081',
    );
    expect(allowedHosts({ SAMPLE: 'off', FLOWRIGHT_ALLOW_HOSTS: '10.0.0.1:80' })).toBe('10.0.0.1:80');
    expect(allowedHosts({ SAMPLE: 'off' })).toBe('');
  });

  it('keeps its data in the data folder', () => {
    expect(readSample({ FLOWRIGHT_DATA: '/somewhere' }).dataFile).toBe('/somewhere/contoso-invoicing.json');
    expect(readSample({ SAMPLE_DATA: '/x.json', SAMPLE: 'off' })).toMatchObject({
      wanted: false,
      dataFile: '/x.json',
    });
    expect(() => readSample({ SAMPLE_PORT: '70000' })).toThrow('SAMPLE_PORT is a number from 0 to 65535.');
  });
});
