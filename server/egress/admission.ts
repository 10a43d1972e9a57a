// May this call go out? Resolves the host, checks every address and the port, and gives the addresses to connect to.
import { networkInterfaces } from 'node:os';
import { findAddressRefusal } from './address-rule';
import { type Checked, passed, refuse } from './failure';
import type { Lookup } from './resolver';
import { isUsualPort, type Target } from './target';

export interface AdmissionRules {
  resolve: Lookup;
  /** True when an administrator allowed exactly this `host:port`. */
  isAllowed(hostPort: string): boolean;
  /** Ports our own servers listen on; never called, whatever is allowed. */
  ownPorts(): readonly number[];
}

const closed = 'HostNotAllowed';

function isThisMachine(address: string): boolean {
  if (findAddressRefusal(address)?.rule === 'loopback') return true;
  return Object.values(networkInterfaces()).some((list) => list?.some((entry) => entry.address === address));
}

/** The checked addresses, in the order to try them, or why nothing may be sent. */
export async function admit(target: Target, rules: AdmissionRules): Promise<Checked<string[]>> {
  const { host, port, hostPort } = target;
  let addresses: string[];
  try {
    addresses = await rules.resolve(host);
  } catch (error) {
    return refuse('HostNotFound', `The name ${host} is not known. Check the host.`, { cause: error });
  }
  if (addresses.length === 0) {
    return refuse('HostNotFound', `The name ${host} has no address. Check the host.`);
  }
  if (rules.ownPorts().includes(port) && addresses.some(isThisMachine)) {
    return refuse(closed, `${hostPort} is this product itself. Flows cannot call it.`);
  }
  const refusals = addresses.flatMap((address) => findAddressRefusal(address) ?? []);
  const forbidden = refusals.find((refusal) => refusal.forbidden);
  if (forbidden) return refuse(closed, `${hostPort} cannot be called: its address is ${forbidden.rule}.`);
  if (rules.isAllowed(hostPort)) return passed(addresses);
  const rule = refusals[0] ? `its address is ${refusals[0].rule}` : `port ${port} is unusual`;
  if (refusals.length > 0 || !isUsualPort(port)) {
    const message = `${hostPort} is not open to flows: ${rule}. An administrator can allow it.`;
    return refuse(closed, message, { allow: hostPort });
  }
  return passed(addresses);
}
