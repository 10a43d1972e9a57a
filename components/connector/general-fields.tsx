// The General facts of a connector as a form: used when one is made from blank and when it is edited.
'use client';
import { BrandTile } from '@/components/ui/brand-tile';
import { FileButton } from '@/components/ui/file-button';
import { Field, Input, Textarea } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { limits } from '@/lib/limits';

export interface GeneralValues {
  name: string;
  description: string;
  brandColor: string;
  /** Data URL of a new icon, or the address of the stored one. */
  icon: string | undefined;
  scheme: 'https' | 'http';
  host: string;
  basePath: string;
}

export type GeneralErrors = Partial<Record<keyof GeneralValues, string>>;

const colorPattern = /^#[0-9a-fA-F]{6}$/;
const hostPattern = /^[A-Za-z0-9.-]+(:\d{1,5})?$/;

/** What breaks a rule, by field; empty when all is well. */
export function checkGeneral(values: GeneralValues): GeneralErrors {
  const errors: GeneralErrors = {};
  if (values.name.trim() === '') errors.name = 'Connector name is required.';
  else if (values.name.length > limits.connectorName.value) errors.name = limits.connectorName.sentence;
  if (!colorPattern.test(values.brandColor))
    errors.brandColor = 'Write the colour as # and six digits, e.g. #175497.';
  if (values.host !== '' && !hostPattern.test(values.host)) {
    errors.host = 'Write the host alone, e.g. api.example.com or 127.0.0.1:5080.';
  }
  return errors;
}

/** A pasted address splits itself: `http://host/base` fills scheme, host and base URL. */
export function splitAddress(text: string): Partial<GeneralValues> {
  const match = /^\s*(https?):\/\/([^/\s]+)(\/\S*)?\s*$/i.exec(text);
  if (!match) return { host: text.trim() };
  const basePath = (match[3] ?? '').replace(/\/+$/, '');
  return {
    scheme: match[1]?.toLowerCase() === 'http' ? 'http' : 'https',
    host: match[2] ?? '',
    ...(basePath ? { basePath } : {}),
  };
}

interface GeneralFieldsProps {
  values: GeneralValues;
  errors: GeneralErrors;
  /** Notes of the checker that stand beside a field. */
  warnings?: GeneralErrors | undefined;
  onChange: (change: Partial<GeneralValues>) => void;
  onIcon: (file: File) => void;
}

export function GeneralFields({ values, errors, warnings = {}, onChange, onIcon }: GeneralFieldsProps) {
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-4">
        <BrandTile name={values.name || '?'} color={values.brandColor} iconUrl={values.icon} size={48} />
        <div className="grid gap-1">
          <FileButton accept="image/png,image/jpeg,image/svg+xml" onFile={onIcon}>
            Upload the image
          </FileButton>
          <p className="text-small text-ink3">PNG, JPEG or SVG, up to 1 MB.</p>
        </div>
      </div>
      <Field
        label="Connector name"
        required
        aside={`${values.name.length} of ${limits.connectorName.value}`}
        error={errors.name}
      >
        <Input value={values.name} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <ColorField
        value={values.brandColor}
        error={errors.brandColor}
        onChange={(brandColor) => onChange({ brandColor })}
      />
      <Field label="Description" hint="One or two sentences. Makers read it when they choose the connector.">
        <Textarea
          rows={2}
          value={values.description}
          onChange={(event) => onChange({ description: event.target.value })}
        />
      </Field>
      <div className="grid gap-1">
        <span className="font-medium">Scheme</span>
        <Segmented
          label="Scheme"
          className="justify-self-start"
          value={values.scheme}
          onValueChange={(scheme) => onChange({ scheme })}
          options={[
            { value: 'https', label: 'HTTPS' },
            { value: 'http', label: 'HTTP' },
          ]}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Host"
          error={errors.host}
          warning={warnings.host}
          hint="Without scheme or path. A whole address splits itself."
        >
          <Input
            mono
            placeholder="api.example.com"
            value={values.host}
            onChange={(event) => onChange(splitAddress(event.target.value))}
          />
        </Field>
        <Field label="Base URL" error={errors.basePath} hint="What every path begins with, e.g. /v1.">
          <Input
            mono
            placeholder="/"
            value={values.basePath}
            onChange={(event) => onChange({ basePath: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}

function ColorField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  return (
    <div className="flex items-end gap-2">
      <Field label="Icon background color" error={error}>
        <Input
          mono
          className="max-w-40"
          value={value}
          onChange={(event) => onChange(event.target.value.trim())}
          maxLength={7}
          spellCheck={false}
        />
      </Field>
      <input
        type="color"
        aria-label="Choose the color"
        className="size-control cursor-pointer rounded-control border border-lineS bg-surface p-1"
        value={colorPattern.test(value) ? value : '#000000'}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Reads an image file to a data URL, or says why it cannot be an icon. */
export async function readIcon(file: File): Promise<{ dataUrl: string } | { error: string }> {
  if (file.size > limits.iconBytes.value) return { error: limits.iconBytes.sentence };
  if (!/^image\/(png|jpeg|svg\+xml)$/.test(file.type))
    return { error: 'An icon is a PNG, JPEG or SVG file.' };
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ dataUrl: String(reader.result) });
    reader.onerror = () => resolve({ error: 'The file could not be read.' });
    reader.readAsDataURL(file);
  });
}
