import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SeverityIcon } from '@/components/ui/severity-icon';
import { Status } from '@/components/ui/status-icon';

describe('A field', () => {
  const markup = renderToStaticMarkup(
    <Field id="host" label="Host" required hint="Without a path." error="Host is required.">
      <Input />
    </Field>,
  );

  test('labels its control and keeps the asterisk out of the name', () => {
    expect(markup).toContain('<label for="host">Host</label>');
    expect(markup).toMatch(/<input[^>]* id="host"/);
  });

  test('describes its control by the error and the hint, and marks it invalid', () => {
    expect(markup).toMatch(/aria-describedby="host-message host-hint"/);
    expect(markup).toMatch(/aria-invalid="true"/);
    expect(markup).toMatch(/id="host-message"[^>]*>.*Host is required\./);
  });
});

describe('A button', () => {
  test('that is busy keeps its name and says so', () => {
    const markup = renderToStaticMarkup(<Button busy>Create</Button>);
    expect(markup).toMatch(/aria-busy="true"/);
    expect(markup).toMatch(/aria-disabled="true"/);
    expect(markup).toContain('Create</button>');
  });
});

describe('States', () => {
  test('are told by a word, not by colour alone', () => {
    expect(renderToStaticMarkup(<Status status="Running" />)).toContain('In progress');
    expect(renderToStaticMarkup(<Status status="TimedOut" />)).toContain('Timed out');
  });

  test.each([
    ['error', 'Error'],
    ['warning', 'Warning'],
    ['info', 'Information'],
    ['hint', 'Hint'],
  ] as const)('%s has a shape with the name %s', (severity, name) => {
    expect(renderToStaticMarkup(<SeverityIcon severity={severity} />)).toContain(`aria-label="${name}"`);
  });

  test('have four different shapes', () => {
    const shapes = (['error', 'warning', 'info', 'hint'] as const).map((severity) =>
      renderToStaticMarkup(<SeverityIcon severity={severity} decorative />).replace(/ class="[^"]*"/g, ''),
    );
    expect(new Set(shapes).size).toBe(4);
  });
});
