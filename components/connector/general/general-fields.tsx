// The General facts of a connector as a form: used when one is made from blank and when it is edited.
'use client';
import { BrandTile } from '@/components/ui/brand-tile';
import { FieldMessage } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Field, Input } from '@/components/ui/input';
import { Segmented } from '@/components/ui/segmented';
import { limits } from '@/lib/limits';
import type { FieldNotes } from '../problems/problem-text';
import { DraftInput, DraftTextarea } from '../store/draft-text';
import {
  colorPattern,
  type GeneralErrors,
  type GeneralField,
  type GeneralValues,
  splitAddress,
} from './general-values';

interface GeneralFieldsProps {
  values: GeneralValues;
  /** Data URL of a new icon, or the address of the stored one. */
  icon: string | undefined;
  /** What cannot be kept as it is. */
  errors: GeneralErrors;
  /** What the checker says, beside its field. */
  notes: (field: GeneralField) => FieldNotes;
  /** Milliseconds without a key until a text is handed on. */
  pause?: number | undefined;
  onChange: (change: Partial<GeneralValues>) => void;
  onIcon: (file: File) => void;
}

export function GeneralFields(props: GeneralFieldsProps) {
  const { values, icon, errors, notes, pause, onChange, onIcon } = props;
  const ofField = (field: GeneralField): FieldNotes => {
    const { error, ...others } = notes(field);
    return { ...others, error: errors[field] ?? error };
  };
  return (
    <div className="grid gap-5">
      <div className="flex items-center gap-4">
        <BrandTile name={values.name || '?'} color={values.brandColor} iconUrl={icon} size={48} />
        <div className="grid gap-1">
          <FileButton accept="image/png,image/jpeg,image/svg+xml" onFile={onIcon}>
            Upload the image
          </FileButton>
          <p className="text-small text-ink3">PNG, JPEG or SVG, up to 1 MB.</p>
          {errors.icon && <FieldMessage tone="error" text={errors.icon} />}
        </div>
      </div>
      <Field
        label="Connector name"
        required
        aside={`${values.name.length} of ${limits.connectorName.value}`}
        {...ofField('name')}
      >
        <Input
          data-field="name"
          value={values.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <ColorField
        value={values.brandColor}
        error={errors.brandColor}
        onChange={(brandColor) => onChange({ brandColor })}
      />
      <Field
        label="Description"
        hint="One or two sentences. Makers read it when they choose the connector."
        {...ofField('description')}
      >
        <DraftTextarea
          data-field="description"
          rows={2}
          value={values.description}
          pause={pause}
          onCommit={(description) => onChange({ description })}
        />
      </Field>
      <SchemeField
        value={values.scheme}
        notes={ofField('scheme')}
        onChange={(scheme) => onChange({ scheme })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          label="Host"
          hint="Without scheme or path. A whole address splits itself."
          {...ofField('host')}
        >
          <DraftInput
            data-field="host"
            mono
            placeholder="api.example.com"
            spellCheck={false}
            value={values.host}
            pause={pause}
            onCommit={(text) => onChange(splitAddress(text))}
          />
        </Field>
        <Field label="Base URL" hint="What every path begins with, e.g. /v1." {...ofField('basePath')}>
          <DraftInput
            data-field="basePath"
            mono
            placeholder="/"
            spellCheck={false}
            value={values.basePath}
            pause={pause}
            onCommit={(basePath) => onChange({ basePath })}
          />
        </Field>
      </div>
    </div>
  );
}

function SchemeField({
  value,
  notes,
  onChange,
}: {
  value: GeneralValues['scheme'];
  notes: FieldNotes;
  onChange: (value: GeneralValues['scheme']) => void;
}) {
  const { error, warning, info, remark } = notes;
  const message = error ?? warning ?? info ?? remark;
  const tone = error ? 'error' : warning ? 'warning' : info ? 'info' : 'hint';
  return (
    <div className="grid gap-1" data-field="scheme">
      <span className="font-medium">Scheme</span>
      <Segmented
        label="Scheme"
        className="justify-self-start"
        value={value}
        onValueChange={onChange}
        options={[
          { value: 'https', label: 'HTTPS' },
          { value: 'http', label: 'HTTP' },
        ]}
      />
      {message && <FieldMessage tone={tone} text={message} />}
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
    <Field label="Icon background color" error={error}>
      <div className="flex gap-2">
        <Input
          mono
          className="max-w-40"
          value={value}
          onChange={(event) => onChange(event.target.value.trim())}
          maxLength={7}
          spellCheck={false}
        />
        <input
          type="color"
          aria-label="Choose the color"
          className="size-control shrink-0 cursor-pointer rounded-control border border-lineS bg-surface p-1"
          value={colorPattern.test(value) ? value : '#000000'}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </Field>
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
