import type { SessionRequest } from '../../shared/protocol/session';

/** The password comes from the environment, because arguments are visible to every user of the machine. */
export function signInOf(
  login: string,
  environment: NodeJS.ProcessEnv,
): NonNullable<SessionRequest['signIn']> {
  return { login, password: environment['XUNJI_PASSWORD'] ?? '' };
}
