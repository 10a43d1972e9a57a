// Connectors: from blank or a file to a version that flows use.
import { limits } from '@/lib/limits';
import { createBlankConnector } from '../../connector/create';
import {
  discardConnectorDraft,
  publishConnector,
  saveConnectorDraft,
  setConnectorIcon,
} from '../../connector/draft';
import { createConnectorFromFile, inspectDefinition } from '../../connector/import';
import { getPalette, searchOperations } from '../../connector/palette';
import { listConnectorDependents, removeConnector } from '../../connector/remove';
import { testOperation } from '../../connector/test-operation';
import { applyConnectorUpdate, previewConnectorUpdate, undoConnectorUpdate } from '../../connector/update';
import {
  downloadConnector,
  getConnectorView,
  listConnectorsForDesigner,
  listConnectorViews,
} from '../../connector/views';
import { z } from '../../zod';
import {
  brandColor,
  byId,
  connectorName,
  documentText,
  fileName,
  iconDataUrl,
  id,
  jsonValue,
  none,
  revision,
} from '../inputs';
import { procedure, router } from '../procedure';

const scheme = z.enum(['http', 'https']);
const host = z.string().trim().max(260);
const apiId = z.string().max(200);
const file = { fileName, text: documentText };
const takenBack = z.array(z.string().max(1_000)).max(limits.operations.value).optional();

export const connectorsRouter = router({
  list: procedure
    .permission('connector.read')
    .input(z.strictObject({ solutionId: id.optional() }).optional())
    .query(({ ctx, input }) => listConnectorViews(ctx.scope, input?.solutionId)),
  get: procedure
    .permission('connector.read')
    .input(byId)
    .query(({ ctx, input }) => getConnectorView(ctx.scope, input.id)),
  forDesigner: procedure
    .permission('connector.read')
    .input(z.strictObject({ apiIds: z.array(apiId).max(1_000).optional() }).optional())
    .query(({ ctx, input }) => listConnectorsForDesigner(ctx.scope, input?.apiIds)),
  palette: procedure
    .permission('connector.read')
    .input(none)
    .query(({ ctx }) => getPalette(ctx.scope)),
  searchOperations: procedure
    .permission('connector.read')
    .input(
      z.strictObject({
        query: z.string().max(200),
        tab: z.enum(['all', 'built-in', 'custom']).optional(),
        role: z.enum(['action', 'trigger']).optional(),
        connectorId: id.optional(),
        recent: z.array(z.string().max(1_200)).max(20).optional(),
        inFlow: z.array(apiId).max(100).optional(),
        limit: z.number().int().min(1).max(300).optional(),
      }),
    )
    .query(({ ctx, input }) => searchOperations(ctx.scope, input)),
  dependents: procedure
    .permission('connector.read')
    .input(byId)
    .query(({ ctx, input }) => listConnectorDependents(ctx.scope, input.id)),
  download: procedure
    .permission('connector.read')
    .input(byId)
    .query(({ ctx, input }) => downloadConnector(ctx.scope, input.id)),

  create: procedure
    .permission('connector.edit')
    .input(
      z.strictObject({
        name: connectorName,
        description: z.string().max(limits.description.value, limits.description.sentence),
        brandColor,
        iconDataUrl: iconDataUrl.optional(),
        scheme,
        host,
        basePath: z.string().trim().max(1_000),
        solutionId: id.optional(),
      }),
    )
    .mutation(({ ctx, input }) => createBlankConnector(ctx.scope, input)),
  inspect: procedure
    .permission('connector.edit')
    .input(z.strictObject(file))
    .mutation(({ input }) => inspectDefinition(input)),
  createFromFile: procedure
    .permission('connector.edit')
    .input(
      z.strictObject({
        ...file,
        name: connectorName,
        host: host.optional(),
        scheme: scheme.optional(),
        security: z.string().max(1_000).optional(),
        brandColor: brandColor.optional(),
        iconDataUrl: iconDataUrl.optional(),
        excluded: z.array(z.string().max(1_000)).max(limits.operations.value).optional(),
        solutionId: id.optional(),
      }),
    )
    .mutation(({ ctx, input }) => createConnectorFromFile(ctx.scope, input)),

  saveDraft: procedure
    .permission('connector.edit')
    .input(
      z.strictObject({
        id,
        revision,
        definitionText: documentText,
        propertiesText: documentText,
        name: connectorName.optional(),
      }),
    )
    .mutation(({ ctx, input }) => saveConnectorDraft(ctx.scope, input)),
  publish: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, revision }))
    .mutation(({ ctx, input }) => publishConnector(ctx.scope, input)),
  discardDraft: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, revision }))
    .mutation(({ ctx, input }) => discardConnectorDraft(ctx.scope, input)),
  setIcon: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, iconDataUrl: iconDataUrl.nullable() }))
    .mutation(({ ctx, input }) => setConnectorIcon(ctx.scope, input)),
  previewUpdate: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, ...file, takenBack }))
    .mutation(({ ctx, input }) => previewConnectorUpdate(ctx.scope, input)),
  applyUpdate: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, revision, ...file, takenBack }))
    .mutation(({ ctx, input }) => applyConnectorUpdate(ctx.scope, input)),
  undoUpdate: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, revision }))
    .mutation(({ ctx, input }) => undoConnectorUpdate(ctx.scope, input)),

  remove: procedure
    .permission('connector.edit')
    .input(z.strictObject({ id, confirm: z.boolean().optional() }))
    .mutation(({ ctx, input }) => removeConnector(ctx.scope, input)),
  test: procedure
    .permission('connector.test')
    .input(
      z.strictObject({
        id,
        operationId: z.string().max(1_000),
        connectionId: id.optional(),
        parameters: z.record(z.string(), jsonValue),
      }),
    )
    .mutation(({ ctx, input }) => testOperation(ctx.scope, input)),
});
