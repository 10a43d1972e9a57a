// API ids of the connectors that the open flow uses, as the palette knows them.
'use client';
import { useMemo } from 'react';
import type { Flow } from '@/lib/flow/definition';
import { useDesigner, useDesignerContext } from '../store/designer-context';
import { listApiIds } from '../store/palette-source';

const known = new WeakMap<Flow, string>();

/** One text for each flow, so that an edit that brings no other connector changes nothing. */
function joinedApiIds(flow: Flow): string {
  const text = known.get(flow) ?? listApiIds(flow).join('\n');
  known.set(flow, text);
  return text;
}

export function useApiIdsInFlow(): readonly string[] {
  const { palette } = useDesignerContext();
  const joined = useDesigner((state) => joinedApiIds(state.flow));
  return useMemo(
    () => joined.split('\n').flatMap((apiId) => palette.byApiId.get(apiId.toLowerCase())?.apiId ?? []),
    [joined, palette],
  );
}
