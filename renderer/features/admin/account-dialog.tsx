import { Alert, Input, type InputRef, Modal, Select } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../shared/access/role';
import type { Problem } from '../../../shared/problems';
import type { Person } from '../../../shared/records/person';
import { nameSchema, loginSchema } from '../../../shared/protocol/session';
import { useAdmin } from '../../data/admin/admin-session';
import { useProblemText } from '../../locales/use-problem-text';
import { matchText } from '../../ui/match-text';
import { useFocusOnOpen } from '../../ui/use-focus-on-open';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import type { AccountLine } from './accounts-panel';

interface AccountDialogProps {
  /** Null makes a new one. */
  readonly account: AccountLine | null;
  readonly people: readonly Person[];
  readonly onSaved: () => Promise<void>;
  readonly onClose: () => void;
}

/** A new user, or what may be changed of one. The login stays: the audit log and people know the account by it. */
export function AccountDialog({ account, people, onSaved, onClose }: AccountDialogProps) {
  const { t } = useTranslation();
  const describe = useProblemText();
  const { ask } = useAdmin();
  const once = useOneAtATime();
  const field = useFocusOnOpen<InputRef>();
  const ids = { name: useId(), login: useId(), role: useId(), person: useId() };
  const [name, setName] = useState(account?.name ?? '');
  const [login, setLogin] = useState(account?.login ?? '');
  const [role, setRole] = useState<Role>(account?.role ?? 'inspector');
  const [person, setPerson] = useState(account?.person ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const isLoginWrong = login !== '' && !loginSchema.safeParse(login).success;
  const isReady = name.trim() !== '' && nameSchema.safeParse(name).success && login !== '' && !isLoginWrong;

  async function save() {
    if (!isReady) return;
    const edit = { name: name.trim(), role, person };
    const answer = account
      ? await ask('admin.changeAccount', { account: account.id, edit })
      : await ask('admin.makeAccount', { ...edit, login });
    if (!answer.ok) return setProblem(answer.problem);
    onClose();
    await onSaved();
  }

  /** The Enter that takes a word out of the input method is none. */
  function done(event: KeyboardEvent) {
    if (!event.nativeEvent.isComposing) once(save);
  }

  function choosePerson(next = '') {
    setPerson(next);
    const found = people.find(({ id }) => id === next);
    if (found && name.trim() === '') setName(found.name);
  }

  return (
    <Modal
      open
      centered
      title={t(account ? 'admin.editAccount' : 'admin.newAccount')}
      okText={t(account ? 'admin.save' : 'admin.make')}
      cancelText={t('office.cancel')}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => once(save)}
      onCancel={onClose}
    >
      <div className="stack">
        <div className="field">
          <label htmlFor={ids.name}>{t('admin.name')}</label>
          <Input
            id={ids.name}
            ref={field}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={done}
          />
        </div>
        <div className="field">
          <label htmlFor={ids.login}>{t('admin.login')}</label>
          <Input
            id={ids.login}
            maxLength={50}
            autoComplete="off"
            spellCheck={false}
            disabled={account !== null}
            status={isLoginWrong ? 'error' : undefined}
            aria-invalid={isLoginWrong}
            value={login}
            onChange={(event) => setLogin(event.target.value.trim())}
            onPressEnter={done}
          />
          <p className={isLoginWrong ? 'admin-wrong' : 'soft admin-hint'}>
            {t(isLoginWrong ? 'admin.loginWrong' : 'admin.loginHint')}
          </p>
        </div>
        <div className="field">
          <label htmlFor={ids.role}>{t('admin.role')}</label>
          <Select
            id={ids.role}
            value={role}
            options={roles.map((value) => ({ value, label: t(`office.roles.${value}`) }))}
            onChange={setRole}
          />
          <p className="soft admin-hint">{t(`admin.roleHints.${role}`)}</p>
        </div>
        <div className="field">
          <label htmlFor={ids.person}>{t('admin.person')}</label>
          <Select
            id={ids.person}
            allowClear
            showSearch={{ filterOption: (query, option) => matchText(option?.label ?? '', query) }}
            value={person || undefined}
            options={people.map(({ id, name: known, posts }) => ({
              value: id,
              label: [known, ...posts].join(' '),
            }))}
            onChange={choosePerson}
          />
          <p className="soft admin-hint">{t('admin.personHint')}</p>
        </div>
        {problem && <Alert type="error" showIcon role="alert" title={describe(problem)} />}
      </div>
    </Modal>
  );
}
