// The definition of the sample API in OpenAPI 2.0, with the small faults that a maker meets in real files
// and corrects in the editor: GetInvoice without summary, PayInvoice without description, a trailing space,
// plumbing operations that makers should not see, `text/plain` offered for JSON, and `security` left empty.

const dateTime = { format: 'date-time', type: 'string' };
const double = { format: 'double', type: 'number' };
const int32 = { format: 'int32', type: 'integer' };
const string = { type: 'string' };
const consumes = ['application/json', 'text/json', 'application/*+json'];
const produces = ['text/plain', 'application/json', 'text/json'];

const success = (schema?: object) => ({ 200: { description: 'Success', ...(schema ? { schema } : {}) } });
const reference = (name: string) => ({ $ref: `#/definitions/${name}` });
const query = (name: string, type: { type: string; format?: string }) => ({ in: 'query', name, ...type });
const body = (name: string) => ({ in: 'body', name: 'body', schema: reference(name) });

const paths = {
  '/AddInvoice': {
    post: {
      tags: ['AddInvoice'],
      summary: 'Add Invoice ',
      description: 'Add Invoice ',
      operationId: 'AddInvoice',
      consumes,
      produces,
      parameters: [query('typeId', int32), body('CreateInvoiceRequest')],
      responses: success(reference('Invoice')),
    },
  },
  '/GetInvoice': {
    get: {
      tags: ['GetInvoice'],
      summary: '',
      description: 'Get a specific invoice by id',
      operationId: 'GetInvoice',
      parameters: [query('id', string)],
      responses: success(),
    },
  },
  '/GetInvoiceSchema': {
    get: {
      tags: ['GetInvoiceSchema'],
      summary: 'Get Invoice Schema',
      description: 'Get Invoice Schema',
      operationId: 'GetInvoiceSchema',
      parameters: [query('typeId', int32)],
      responses: success(),
    },
  },
  '/ListInvoices': {
    get: {
      tags: ['ListInvoices'],
      summary: 'List Invoices',
      description: 'List Invoices',
      operationId: 'ListInvoices',
      produces,
      parameters: [
        query('fromDate', dateTime),
        query('toDate', dateTime),
        query('status', int32),
        query('fromAmount', double),
        query('toAmount', double),
      ],
      responses: success(reference('InvoiceList')),
    },
  },
  '/ListInvoiceTypes': {
    get: {
      tags: ['ListInvoiceTypes'],
      summary: 'List Invoice Types',
      description: 'List Invoice Types',
      operationId: 'ListInvoiceTypes',
      produces,
      responses: success(reference('InvoiceTypesList')),
    },
  },
  '/NewInvoiceNotification': {
    get: {
      tags: ['NewInvoiceNotification'],
      summary: 'List Webhooks',
      description: 'List Webhooks',
      operationId: 'ListWebhooks',
      produces,
      responses: success({ type: 'array', items: string }),
    },
    delete: {
      tags: ['NewInvoiceNotification'],
      summary: 'remove a webhook',
      description: 'remove a webhook',
      operationId: 'NewInvoiceRemove',
      parameters: [query('id', { type: 'string', format: 'uuid' })],
      responses: success(),
    },
    post: {
      tags: ['NewInvoiceNotification'],
      summary: 'register a webhook',
      description: 'register a webhook',
      operationId: 'NewInvoiceRegister',
      consumes,
      parameters: [body('NewInvoiceNotificationRequest')],
      responses: success(),
    },
  },
  '/PayInvoice': {
    post: {
      tags: ['PayInvoice'],
      summary: 'Pay a specific invoice by id',
      description: '',
      operationId: 'PayInvoice',
      produces,
      parameters: [query('id', string), query('amount', double), query('date', dateTime)],
      responses: success(reference('PaymentReceipt')),
    },
  },
};

const object = (properties: Record<string, object>) => ({ type: 'object', properties });
const list = (name: string) => ({ type: 'array', items: reference(name) });

const definitions = {
  Invoice: object({
    invoiceId: string,
    date: dateTime,
    createDate: dateTime,
    amount: double,
    accountId: string,
    accountName: string,
    status: string,
    typeId: int32,
    purchaseOrderId: string,
    tags: string,
  }),
  CreateInvoiceRequest: object({ invoice: reference('Invoice') }),
  InvoiceList: object({ invoices: list('Invoice') }),
  InvoiceType: object({ typeId: int32, name: string }),
  InvoiceTypesList: object({ types: list('InvoiceType') }),
  NewInvoiceNotificationRequest: object({ targeturl: string }),
  PaymentReceipt: object({ invoiceId: string, transactionId: string, balance: double }),
};

/** The definition as it is served at `host` (`127.0.0.1:5080`). */
export function swaggerDocument(host: string) {
  return {
    swagger: '2.0',
    info: { title: 'ContosoInvoicing', version: '1.0', description: host },
    host,
    basePath: '/',
    schemes: ['http'],
    consumes: [],
    produces: [],
    paths,
    definitions,
    parameters: {},
    responses: {},
    securityDefinitions: { apiKey: { type: 'apiKey', name: 'X-API-KEY', in: 'header' } },
    security: [],
    tags: [],
  };
}
