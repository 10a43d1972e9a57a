// A connector as the server keeps it, for tests of the editor.
import type { StoredConnector } from '@/components/connector/store/editor-store';

/** Written as a person would: four spaces, a list on one line, a number with its zero. */
export const definitionText = `{
    "swagger": "2.0",
    "info": { "title": "Orders", "version": "1.0" },
    "host": "orders.example.test",
    "schemes": ["https"],
    "paths": {
        "/orders": {
            "get": {
                "operationId": "List",
                "summary": "",
                "description": "All of them",
                "parameters": [ { "name": "limit", "in": "query", "type": "number", "default": 5.0 } ],
                "responses": { "200": { "description": "ok" } }
            }
        }
    }
}
`;

export const propertiesText =
  '{ "properties": { "iconBrandColor": "#175497", "connectionParameters": {} } }\n';

export function storedConnector(change: Partial<StoredConnector> = {}): StoredConnector {
  return {
    id: 'c1',
    slug: 'orders',
    apiId: '/providers/Microsoft.PowerApps/apis/shared_orders',
    name: 'Orders',
    brandColor: '#175497',
    revision: 3,
    version: 1,
    edited: false,
    definitionText,
    propertiesText,
    canUndoUpdate: false,
    ...change,
  };
}
