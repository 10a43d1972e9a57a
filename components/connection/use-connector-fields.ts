// The fields a connection of a connector needs, read from its definition in the browser.
'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ConnectionParameter, ConnectorSecurity } from '@/lib/connector/model';
import { parseDefinition } from '@/lib/connector/parse-definition';
import { readConnector } from '@/lib/connector/read-connector';
import { useTRPC } from '../shell/trpc';

export interface ConnectorFields {
  id: string;
  name: string;
  brandColor: string;
  iconUrl: string | null | undefined;
  parameters: ConnectionParameter[];
  security: ConnectorSecurity;
}

/** `fields` is undefined while it loads, or when the definition cannot be read. */
export function useConnectorFields(id: string | undefined) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.connectors.get.queryOptions({ id: id ?? '' }),
    enabled: id !== undefined,
  });
  const { data } = query;
  const fields = useMemo((): ConnectorFields | undefined => {
    if (!data) return undefined;
    const definition = parseDefinition(data.definitionText);
    const properties = parseDefinition(data.propertiesText);
    if (!definition.ok) return undefined;
    const { connector } = readConnector(definition.document, properties.ok ? properties.document : undefined);
    if (!connector) return undefined;
    const { name, brandColor, iconUrl } = data;
    const { connectionParameters: parameters, security } = connector;
    return { id: data.id, name, brandColor, iconUrl, parameters, security };
  }, [data]);
  return { fields, error: query.error, broken: data !== undefined && fields === undefined };
}
