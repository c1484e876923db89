import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { Outcome } from '../../../shared/outcome';
import type { AdminCall } from '../../../shared/protocol/admin-calls';
import type { BridgeInput, BridgeOutput } from '../../../shared/protocol/bridge';
import { callBridge } from '../call-bridge';

/** What was last heard of the office, and when (ISO 8601). */
export interface Heard {
  readonly value: unknown;
  readonly at: string;
}

/** Administration of the office while its pages are open. */
export interface AdminSession {
  /** Undefined until it is known. */
  readonly state: AdminState | undefined;
  signIn(password: string): Promise<Outcome<unknown>>;
  /** At the office's identity provider, in the system's browser; ends when that is done or given up. */
  signInElsewhere(): Promise<Outcome<unknown>>;
  signOut(): Promise<void>;
  /** One request to the office. Where it asks for the password, the page asks for it. */
  ask<C extends AdminCall>(call: C, input: BridgeInput<C>): Promise<Outcome<BridgeOutput<C>>>;
  /** Lists as they last came, so that a line that is gone does not empty them. */
  readonly heard: Map<AdminCall, Heard>;
}

type AdminState = BridgeOutput<'admin.describe'>;

export const AdminContext = createContext<AdminSession | null>(null);

export function useAdmin(): AdminSession {
  const session = useContext(AdminContext);
  if (!session) throw new Error('AdminContext is missing above this component');
  return session;
}

/** Asks main whether an administrator is signed in. */
export function useAdminSession(): AdminSession {
  const [state, setState] = useState<AdminState>();
  const [heard] = useState(() => new Map<AdminCall, Heard>());
  const describe = useCallback(async () => {
    const answer = await callBridge('admin.describe', {});
    if (answer.ok) setState(answer.value);
  }, []);
  const ask = useCallback<AdminSession['ask']>(
    async (call, input) => {
      const answer = await callBridge(call, input);
      if (!answer.ok && asksForPassword.has(answer.problem.code)) await describe();
      return answer;
    },
    [describe],
  );

  useEffect(() => {
    let isShown = true;
    void callBridge('admin.describe', {}).then((answer) => {
      if (isShown && answer.ok) setState(answer.value);
    });
    return () => void (isShown = false);
  }, []);

  return useMemo(
    () => ({
      state,
      heard,
      ask,
      async signIn(password) {
        const answer = await callBridge('admin.signIn', { password });
        if (answer.ok) await describe();
        return answer;
      },
      async signInElsewhere() {
        const answer = await callBridge('admin.signInElsewhere', {});
        if (answer.ok) await describe();
        return answer;
      },
      async signOut() {
        await callBridge('admin.signOut', {});
        heard.clear();
        await describe();
      },
    }),
    [state, heard, ask, describe],
  );
}

const asksForPassword: ReadonlySet<string> = new Set(['session.passwordNeeded', 'signIn.wrong']);

export type ListCall = Extract<
  AdminCall,
  'admin.listAccounts' | 'admin.listDevices' | 'admin.listGrants' | 'admin.describeBackups'
>;
