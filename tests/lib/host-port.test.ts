// Exact places: one form for every way to write them, and nothing that is more or less than a host and a port.
import { describe, expect, it } from 'vitest';
import { parseHostPort } from '@/lib/host-port';

describe('a place', () => {
  it.each([
    ['127.0.0.1:5080', '127.0.0.1:5080'],
    [' LOCALHOST:5080 ', 'localhost:5080'],
    ['api.Example.test:080', 'api.example.test:80'],
    ['[::0001]:443', '[::1]:443'],
    ['127.1:80', '127.0.0.1:80'],
    ['my_host:8080', 'my_host:8080'],
    ['müller.example:80', 'xn--mller-kva.example:80'],
  ])('%j is %j', (text, place) => {
    expect(parseHostPort(text)).toBe(place);
  });

  it.each([
    '',
    '127.0.0.1',
    ':80',
    'host:',
    'host:0',
    'host:65536',
    'host:123456',
    'http://host:80',
    'host/path:80',
    'user@host:80',
    'a b:80',
    'a\nb:80',
    '::1:80',
    'host:80,other:80',
    '*:80',
    'host:80/',
  ])('%j is none', (text) => {
    expect(parseHostPort(text)).toBeUndefined();
  });
});
