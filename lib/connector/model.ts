// What the rest of the product knows of a connector. Readers of 2.0 and 3.x both produce it; the meaning of `x-ms-*` is that
// of Power Platform custom connectors.
import type { JsonObject, JsonValue } from '../json';

export type Dialect = '2.0' | '3.0' | '3.1';
export type Visibility = 'none' | 'advanced' | 'internal' | 'important';
export type ParameterLocation = 'path' | 'query' | 'header' | 'body' | 'formData';

export interface Connector {
  dialect: Dialect;
  /** info.title; the connector's own name is kept apart, with the stored connector. */
  title: string;
  description: string;
  scheme: 'https' | 'http';
  /** Host with optional port; empty when the document has none. */
  host: string;
  /** Starts with a slash, has no trailing one; empty for the root. */
  basePath: string;
  /** The scheme that signs calls. */
  security: ConnectorSecurity;
  /** Every declared scheme, in document order: its key, its place, and how calls would be signed by it. */
  securityChoices: { key: string; pointer: string; security: ConnectorSecurity }[];
  connectionParameters: ConnectionParameter[];
  /** `#rrggbb` */
  brandColor: string;
  /** In document order. */
  operations: Operation[];
  /** Number of named schemas (definitions, components.schemas). */
  schemaCount: number;
  /** The whole document: `$ref`s resolve lazily against it. */
  document: JsonObject;
}

export type ConnectorSecurity =
  | { type: 'none' }
  | {
      type: 'apiKey';
      label: string;
      name: string;
      in: 'header' | 'query';
      prefix?: string;
      /** The connection parameter that holds the key, where it is not `api_key`. */
      parameter?: string;
    }
  | { type: 'basic'; userNameLabel: string; passwordLabel: string }
  | { type: 'unsupported'; name: string };

/** One field of the form that makes a connection: `api_key`, `username`, `password`, or a connector's own. */
export interface ConnectionParameter {
  name: string;
  label: string;
  description?: string;
  secret: boolean;
  required: boolean;
  default?: string;
  allowedValues?: { value: string; label: string }[];
}

export interface Operation {
  /** operationId */
  id: string;
  kind: 'action' | 'trigger';
  trigger?: 'single' | 'batch';
  /** Upper case. */
  method: string;
  /** Path template as written, below basePath. */
  path: string;
  /** As written, may be empty; `operationLabel` gives what is shown. */
  summary: string;
  description: string;
  visibility: Visibility;
  deprecated: boolean;
  /** Name of the header that makes a repeated POST safe, where the operation declares one. */
  idempotencyHeader?: string;
  parameters: Parameter[];
  responses: OperationResponse[];
  /** What a webhook delivers (x-ms-notification-content of the path): the outputs of such a trigger. */
  notification?: OperationResponse;
  /** Request content type that is sent. */
  requestContentType?: string;
  /** What the operation says it answers with; the empty list says nothing. */
  produces: string[];
  /** JSON Pointer of the operation object. */
  pointer: string;
  tags: string[];
}

export interface Parameter {
  name: string;
  in: ParameterLocation;
  /** x-ms-summary as written. */
  summary?: string;
  description: string;
  required: boolean;
  visibility: Visibility;
  /** Resolved one level: `$ref`s inside stay references. */
  schema: JsonObject;
  default?: JsonValue;
  /** `double` when the path value is percent-encoded twice. */
  urlEncoding: 'single' | 'double';
  /** csv (default), ssv, tsv, pipes or multi for array values. */
  collectionFormat: 'csv' | 'ssv' | 'tsv' | 'pipes' | 'multi';
  /** How an object stands in the query (3.x `style` and `explode`); absent where it is sent as JSON text. */
  objectFormat?: 'deep' | 'exploded' | 'joined';
  /** JSON Pointer of the parameter object (of the request body object in 3.x). */
  pointer: string;
  /** JSON Pointer of `schema`; the same as `pointer` for the parameters of 2.0 that are not a body. */
  schemaPointer: string;
}

export interface OperationResponse {
  /** `200`, `4XX`, `default` … */
  status: string;
  description: string;
  schema?: JsonObject;
  /** JSON Pointer of `schema`. */
  schemaPointer?: string;
  headers: { name: string; summary?: string; schema: JsonObject }[];
  pointer: string;
}

/** A field of a card: a parameter, or one property of a body. Its key is the one that flows use, e.g. `body/invoice/amount`. */
export interface InputField {
  key: string;
  /** Parameter that carries it. */
  parameter: Parameter;
  /** Property path inside a body, empty for the parameter itself. */
  path: string[];
  label: string;
  /** Placeholder and help text. */
  description: string;
  required: boolean;
  visibility: Visibility;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'file' | 'any';
  format?: string;
  default?: JsonValue;
  options?: { value: JsonValue; label: string }[];
  schema: JsonObject;
  /** JSON Pointer of the schema or parameter object that describes it. */
  pointer: string;
}

/** A pickable part of what an operation answers. `path` is relative to the outputs: `['body', 'invoices']`. */
export interface OutputField {
  path: string[];
  label: string;
  description: string;
  visibility: Visibility;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'file' | 'any';
  format?: string;
  /** What such a value looks like, as the schema says it; a scalar as text. */
  example?: string;
  /** Fields of an object, or of the items of an array. Loops end as opaque objects. */
  children: OutputField[];
}
