// What a type is called in the picker.

/** The word for a type: formats only where they say more to a maker than the type. */
export function typeWord({ type, format }: { type: string; format?: string | undefined }): string {
  if (type === 'string') return format && wordyFormats.includes(format) ? format : 'text';
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return 'yes/no';
  return type === 'array' ? 'list' : type;
}

const wordyFormats = ['date', 'date-time', 'email', 'uri', 'time', 'html', 'binary', 'byte'];
