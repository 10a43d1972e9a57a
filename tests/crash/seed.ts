// What the killed processes begin with: the sample's connector, a connection with its key, and the flow behind its address.
import { openOffice } from '../support/office';
import { crashActions, reference } from './flow';

/** Fills the data folder that `env` names; returns path and query of the flow's signed address. */
export async function seedFlow(
  env: Record<string, string>,
  api: { url: string; host: string; key: string },
): Promise<string> {
  const office = await openOffice(env);
  try {
    const maker = await office.addPerson('administrator', undefined, 'administrator').api();
    const { id: connectorId } = await maker.connectors.createFromFile({
      fileName: 'swagger.json',
      text: await (await fetch(`${api.url}/swagger.json`)).text(),
      name: 'Contoso invoicing',
      host: api.host,
      scheme: 'http',
    });
    const { apiId } = await maker.connectors.get({ id: connectorId });
    const { id: connectionId } = await maker.connections.create({
      connectorId,
      name: 'Invoice connection',
      values: { api_key: api.key },
    });
    const { id } = await maker.flows.create({ name: 'Killed', trigger: 'http' });
    const flow = await maker.flows.get({ id });
    const { revision } = await maker.flows.saveDraft({
      id,
      revision: flow.revision,
      definitionText: JSON.stringify({ ...JSON.parse(flow.definitionText), actions: crashActions(apiId) }),
      references: { [reference]: { apiId, connectionId } },
    });
    await maker.flows.publish({ id, revision });
    const { hookUrl } = await maker.flows.get({ id });
    const { pathname, search } = new URL(hookUrl ?? '');
    return pathname + search;
  } finally {
    await office.close();
  }
}
