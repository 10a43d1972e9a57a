// The query of the address: place that a link or a reload brings back. Changing it adds no step to the browser's history.

/** Undefined takes the name out of the address. */
export function setInAddress(name: string, value: string | undefined) {
  const query = new URLSearchParams(window.location.search);
  if (value === undefined) query.delete(name);
  else query.set(name, value);
  const text = query.toString();
  window.history.replaceState(null, '', `${window.location.pathname}${text ? `?${text}` : ''}`);
}

export function readInAddress(name: string): string | undefined {
  return new URLSearchParams(window.location.search).get(name) ?? undefined;
}
