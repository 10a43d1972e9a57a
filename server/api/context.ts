// What a call brings along: the services, who asks, and which environment is meant.
import type { SessionUser } from '../auth/door';
import type { Services } from '../services';

export interface ApiContext {
  services: Services;
  /** Undefined when nobody is signed in. */
  user: SessionUser | undefined;
  /** Id from the header `x-environment`, or from the parameters of a subscription. */
  environmentId: string | undefined;
  /** Address of the caller, for limits. */
  source: string;
}
