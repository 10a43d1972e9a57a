// What the environment variables say, and the sentence for one that makes no sense.
import { describe, expect, it } from 'vitest';
import { readSettings } from '@/server/settings';

const places = { FLOWRIGHT_DATA: '/srv/data', FLOWRIGHT_KEY_FILE: '/srv/key' };

describe('the settings', () => {
  it('take what is not said, or said to be empty, from the defaults', () => {
    expect(readSettings({ PORT: '', HOST: ' ', ...places })).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      loopback: true,
      databaseFile: '/srv/data/flowright.db',
      keyFile: '/srv/key',
      publicUrl: undefined,
      allowHosts: [],
      engine: 'inline',
    });
  });

  it.each([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '::1', PUBLIC_URL: 'http://[::1]:3000' }, true],
    [{ PUBLIC_URL: 'http://localhost:3000/' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://localhost:3000' }, false],
    [{ PUBLIC_URL: 'https://flows.example.test' }, false],
  ])('%j: only this machine reaches the product: %j', (env, loopback) => {
    expect(readSettings({ ...places, ...env }).loopback).toBe(loopback);
  });

  it('read allowed hosts in the form that calls are compared in', () => {
    const { allowHosts } = readSettings({
      ...places,
      FLOWRIGHT_ALLOW_HOSTS: ' LOCALHOST:5080,, 10.0.0.1:80 ',
    });
    expect(allowHosts).toEqual(['localhost:5080', '10.0.0.1:80']);
  });

  it.each(['10.0.0.1', 'http://10.0.0.1:80', '10.0.0.1:80 10.0.0.2:80', '10.0.0.1:99999'])(
    'name an allowed host that is none: %s',
    (text) => {
      expect(() => readSettings({ ...places, FLOWRIGHT_ALLOW_HOSTS: `127.0.0.1:5080,${text}` })).toThrow(
        `names “${text}”, which is not a host and a port. Write pairs such as 127.0.0.1:5080`,
      );
    },
  );

  it.each(['/srv/data/key', '/srv/data/deep/key', '/srv/data/..key', '/srv/other/../data/key'])(
    'refuse a key file that lies in the data folder: %s',
    (keyFile) => {
      expect(() => readSettings({ FLOWRIGHT_DATA: '/srv/data', FLOWRIGHT_KEY_FILE: keyFile })).toThrow(
        /lies in the data folder.* Set FLOWRIGHT_KEY_FILE to a place outside \/srv\/data\.$/,
      );
    },
  );

  it.each(['/srv/key', '/srv/data-key', '/srv/data/../key'])('take one beside it: %s', (keyFile) => {
    expect(readSettings({ FLOWRIGHT_DATA: '/srv/data', FLOWRIGHT_KEY_FILE: keyFile }).dataFolder).toBe(
      '/srv/data',
    );
  });

  it.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ ENGINE: 'some' }, 'ENGINE'],
    [{ PUBLIC_URL: 'flows.example.test' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'ftp://flows.example.test' }, 'PUBLIC_URL'],
  ])('name the variable that makes no sense: %j', (env, name) => {
    expect(() => readSettings({ ...places, ...env })).toThrow(
      `The environment variable ${name} has no usable value: `,
    );
  });
});
